import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { town as everyTown, here } from '../../may';
import { memberIdsOf, ofTheCollective, rollOf } from '../../ready/rolls';

export const card: Card = {
  async call(town) {
    const [memberId = ''] = await memberIdsOf(town, 14);
    const input = rollOf(town, { kind: 'representatives', picked: [{ memberId, woman: true }] });
    const otherInput = rollOf(town, { typed: ofTheCollective });
    return { as: administrator, input, otherInput };
  },
  who: 'committee, supervisors and town, as the first of two',
  may: { cadre: here, supervisor: here, ...everyTown },
  // What it is grounded on everybody reads once it is confirmed.
  publishes: { ...onlyThoseWhoMay, texts: ['cites'] },
  move: { none: 'moves no right until meetings are counted by it; actions/people/rolls, domain' },
  costs: { requests: 14, documents: 78 },
};
