import { householdFrom } from '../../simulation/histories/model/state';
import type { Kind } from '../kind';
import { here, ownHousehold, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: {
    // Whom they look for, so that the right household gets the points; supervisors masked.
    // The town keeps the register, and a second person compares what one alone entered.
    may: { resident: ownHousehold, cadre: here, supervisor: here, ...town },
    // While it stands on a notice.
    insiders: ['householdId number'],
    outsiders: [],
  },
  // Names come from the register, in a form of their own.
  freeText: 'none',
  compared: {
    stored: (document) => householdFrom(document as never),
    model: (model, id) => model.households.get(id),
  },
};
