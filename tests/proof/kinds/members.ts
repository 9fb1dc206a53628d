import { memberFrom, withRolesSorted } from '../../simulation/histories/model/state';
import type { Kind } from '../kind';
import { ownHousehold } from '../may';

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: { may: { resident: ownHousehold }, insiders: [], outsiders: [] },
  freeText: {
    'roles[].placeName': { kept: { stays: 'what the village, shop or town is called' } },
  },
  compared: {
    stored: (document) => withRolesSorted(memberFrom(document as never)),
    model: (model, id) => withRolesSorted(model.members.get(id)),
  },
};
