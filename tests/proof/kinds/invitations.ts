import { invitationFrom } from '../../simulation/histories/model/state-of-people';
import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'nobody', because: 'the hash of a code; whom it is for says its act' },
  // Nobody reads it: it is looked up by the hash of what somebody brings.
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: {
    stored: (document) => invitationFrom(document as never),
    model: (model, id) => model.invitations.get(id),
    all: (model) => model.invitations.keys(),
  },
};
