import type { Kind } from '../kind';
import { here, ownHousehold } from '../may';

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: {
    may: { resident: ownHousehold, cadre: here, keeper: here },
    // Whoever stands there sees whom they are to confirm, and how long.
    insiders: ['proxyId householdNumber helperNumber as state endsAtMs'],
    outsiders: [],
  },
  // Numbers and ids; who it is, the register says.
  freeText: 'none',
  // What was done in it the records and orders say; tests/actions/people/proxy counts it.
  compared: {
    stored: ({ state, householdId, helperId, secondId, endsAtMs }) => ({
      ...{ state, householdId, helperId, secondId, endsAtMs },
    }),
    model(model, id) {
      const proxy = model.proxies.get(id);
      if (!proxy) return undefined;
      const { state, householdId, helper: helperId, second: secondId, endsAtMs } = proxy;
      return { state, householdId, helperId, secondId, endsAtMs };
    },
    all: (model) => model.proxies.keys(),
  },
};
