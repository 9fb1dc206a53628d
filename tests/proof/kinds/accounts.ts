import { accountText } from '../../simulation/histories/model/purse';
import { accountFrom } from '../../simulation/histories/model/state';
import type { Kind } from '../kind';
import { here, ownHousehold, town } from '../may';

export const kind: Kind = {
  owner: { whose: 'household', by: 'householdId' },
  readers: {
    may: { resident: ownHousehold, cadre: here, supervisor: here, ...town },
    insiders: [],
    outsiders: [],
  },
  freeText: 'none',
  compared: {
    stored: (document) => accountText(accountFrom(document as never)),
    model(model, id) {
      const account = model.accounts.get(id);
      return account && accountText(account);
    },
  },
};
