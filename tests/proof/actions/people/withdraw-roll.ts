import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { anywhere, type May } from '../../may';
import { enteredRoll, memberIdsOf } from '../../ready/rolls';

const notTheirs = 'not-your-roll';
const everywhere: May['cadre'] = Object.fromEntries(
  Object.keys(anywhere).map((position) => [position, notTheirs]),
);

export const card: Card = {
  async call(town) {
    const rollId = await enteredRoll(town);
    const [memberId = ''] = await memberIdsOf(town, 14);
    const other = await enteredRoll(town, { kind: 'party', picked: [{ memberId }] });
    return { as: administrator, input: { rollId }, otherInput: { rollId: other } };
  },
  who: 'whoever entered the roll, and nobody else',
  may: {
    resident: everywhere,
    cadre: everywhere,
    supervisor: everywhere,
    'town-admin': everywhere,
  },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: { none: 'takes back what is not counted by; its table cell by cell: domain/people' },
  costs: { requests: 9, documents: 8 },
};
