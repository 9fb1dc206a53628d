import type { Kind } from '../kind';
import { here, ownHousehold, town } from '../may';

const asSold = { kept: { stays: 'what was ordered: the ground of points in the ledger' } };

type Of = Record<string, unknown> & { byProxy?: Record<string, unknown> | null };

const text = (order: unknown) => {
  const { state, points, shares, expiresAtMs, byProxy } = order as Of;
  const { helperId, secondId, helper = helperId, second = secondId } = byProxy ?? {};
  return { state, points, shares, expiresAtMs, by: byProxy ? [helper, second] : null };
};

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: {
    may: { resident: ownHousehold, keeper: here, merchant: 'ok', ...town },
    insiders: [],
    outsiders: [],
  },
  freeText: {
    'lines[].name': asSold,
    'lines[].unit': asSold,
    shopName: { ...asSold, unreached: 'copied from the shop, which is opened without goods' },
    endReason: {
      kept: { stays: 'why the shop gave the points back, which stands in the ledger' },
      goesWithWhomItNames: true,
    },
  },
  compared: {
    stored: text,
    model: (model, id) => model.orders.has(id) && text(model.orders.get(id)),
    all: (model) => model.orders.keys(),
  },
};
