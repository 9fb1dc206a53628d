import { town as contracts } from '../../../src/contracts';
import { bookFunds } from '../../../src/domain/town/funds';
import { mustNotKeepGoods } from '../../../src/domain/town/money-and-goods';
import { refuseUnknownVillage } from '../../../src/domain/town/open';
import type { Fund } from '../../../src/domain/town/types';
import { rolesOf } from '../../runtime/caller';
import { defineCommand } from '../../runtime/define-action';

export const addFunds = defineCommand({
  contract: contracts.addFunds,
  allow: [{ who: 'town-admin' }],
  run: async ({ input, caller, personId, tx, nowMs }) => {
    const { villageId, amountFen, source } = input;
    mustNotKeepGoods(rolesOf(caller), source);
    const before = (await tx.get<Fund>('funds', villageId)) ?? refuseUnknownVillage();
    const booking = { amountFen, source, note: input.note ?? null, byPersonId: personId };
    const { fund, movement } = bookFunds(before, booking, nowMs);
    tx.set('funds', villageId, fund);
    tx.create('fund-movements', `${villageId}.${movement.sequence}`, movement);
    return { villageId, balanceFen: fund.balanceFen };
  },
});
