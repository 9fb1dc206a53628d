import { memberFrom, withRolesSorted } from '../../simulation/histories/model/state';
import type { Kind } from '../kind';
import { here, ownHousehold, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: {
    // Names, for who looks for a household and acts on it. The town keeps the register, and a
    // second person compares what one alone entered.
    may: { resident: ownHousehold, cadre: here, supervisor: here, ...town },
    insiders: [],
    outsiders: [],
  },
  freeText: {
    'roles[].placeName': { kept: { stays: 'what the village, shop or town is called' } },
  },
  compared: {
    stored: (document) => withRolesSorted(memberFrom(document as never)),
    model: (model, id) => withRolesSorted(model.members.get(id)),
  },
};
