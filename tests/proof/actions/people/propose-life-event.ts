import { householdId } from '../../../support/household-ids';
import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { oneChildMore } from '../../ready/life';

export const card: Card = {
  call(town) {
    const ofIt = { householdId: householdId(town, 'v01-14') };
    const otherInput = { ...ofIt, change: { kind: 'number', number: 77 } };
    return { as: administrator, input: { ...ofIt, change: oneChildMore }, otherInput };
  },
  who: 'committee, supervisors and town, as the first of two; never of their own house or kin',
  may: {
    cadre: apart,
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: { none: 'changes the register alone; every kind and race: actions/people/life' },
  costs: { requests: 12, documents: 10 },
};
