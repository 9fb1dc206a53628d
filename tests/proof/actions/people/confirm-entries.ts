import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { anywhere, here } from '../../may';
import { entered } from '../../ready/town';

export const card: Card = {
  async call(town) {
    const [one, other] = [await entered(town, 21), await entered(town, 22)];
    const input = (lines: typeof one) => ({ villageId: 'v01', lines });
    return { as: supervisor, input: input(one), otherInput: input(other) };
  },
  who: 'two people, whoever entered the lines and another; one of them outside the committee',
  may: {
    cadre: here,
    supervisor: here,
    'town-admin': anywhere,
  },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: { none: 'who entered what is walked in tests/actions/people/confirm-entries' },
  costs: { requests: 22, documents: 11 },
};
