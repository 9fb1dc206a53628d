import type { Kind } from '../kind';

const shown = { kept: { stays: 'where people go with their points: on the shop’s door too' } };

export const kind: Kind = {
  owner: { whose: 'shop', by: 'shopId' },
  readers: { may: {}, insiders: [], outsiders: ['*'] },
  freeText: { name: shown, address: shown, hours: shown, 'villageNames[]': shown },
  compared: { elsewhere: 'opened once; the rule of open-shop has its answer' },
};
