import type { Kind } from '../kind';

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: { may: {}, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: {
    stored: ({ householdId, villageId, number }) => ({ householdId, villageId, number }),
    model(model, id) {
      const all = [...model.households.values()];
      const whose = all.find(({ villageId, number }) => id === `${villageId}.${number}`);
      return (
        whose && {
          ...{ householdId: whose.householdId, villageId: whose.villageId, number: whose.number },
        }
      );
    },
  },
};
