import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  async call(town) {
    await town.onNotice(8);
    return { as: 'nobody', input: { villageId: 'v01' } };
  },
  who: 'everybody',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: [
      'villageName sample schemeVersion more secondGivenOnDay',
      'notices[]: noticeId openedAtMs closesAtMs count points torn',
      'notices[].lines[]: recordId itemName points spendable day objected',
      'answers[]: recordId itemName day upheld answeredAtMs',
      'quarter: name pointsIssued householdsWithPoints households redeemed reversed',
      'quarter.helped: visits declared objected ordered collected',
      'byField[]: fieldId name points',
      'seal: day code accounts',
      'checked: day households faults',
      'rechecked: month drawn holds wrong',
      'alarm: number day households signedBy[]',
    ],
    // Of an alarm only the supervisors and the town see whose books it is about.
    insiders: ['notices[].lines[]: household', 'answers[]: household', 'alarm: householdNumbers[]'],
    asked: () => [{ villageId: 'v01' }],
  },
  costs: { requests: 12, documents: 22 },
};
