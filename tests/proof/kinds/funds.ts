import { fundFrom } from '../../simulation/histories/model/state';
import type { Kind } from '../kind';
import { town } from '../may';

export const kind: Kind = {
  owner: { whose: 'village', by: 'villageId' },
  readers: { may: town, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: {
    stored: (document) => fundFrom(document as never),
    model: (model, id) => model.funds.get(id),
  },
};
