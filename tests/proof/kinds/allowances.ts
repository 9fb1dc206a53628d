import { isOfPeriod } from '../../simulation/histories/model/caps';
import type { Kind } from '../kind';
import { here, ownHousehold } from '../may';

type Use = { recordId: string };

const idsOf = (uses: readonly Use[]) => uses.map(({ recordId }) => recordId).sort();

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: { may: { resident: ownHousehold, cadre: here }, insiders: [], outsiders: [] },
  freeText: 'none',
  compared: {
    stored: ({ uses }) => idsOf(uses as unknown as Use[]),
    model(model, id) {
      const [householdId = '', period = ''] = id.split('.');
      const uses = model.uses.get(householdId) ?? [];
      return idsOf(uses.filter((use) => isOfPeriod(use, period)));
    },
  },
};
