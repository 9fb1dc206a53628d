import { stockFrom } from '../../simulation/histories/model/state';
import type { Kind } from '../kind';
import { here, town } from '../may';

const shown = { kept: { stays: 'what stands on the shelf, until it is offered anew' } };

export const kind: Kind = {
  owner: { whose: 'shop', by: 'shopId' },
  readers: {
    may: { keeper: here, ...town },
    insiders: [],
    outsiders: ['shopId goodsId name unit points kind'],
  },
  freeText: { name: shown, unit: shown },
  compared: {
    stored: (document) => stockFrom(document as never),
    model: (model, id) => model.stock.get(id),
  },
};
