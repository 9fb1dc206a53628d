import { town as contracts } from '../../../src/contracts';
import { bookFunds } from '../../../src/domain/town/funds';
import { refuseUnknownVillage } from '../../../src/domain/town/open';
import type { Fund } from '../../../src/domain/town/types';
import { defineCommand } from '../../runtime/define-action';

export const addFunds = defineCommand({
  contract: contracts.addFunds,
  allow: [{ who: 'town-admin' }],
  run: async ({ input, personId, tx, nowMs }) => {
    const { villageId, amountFen, source } = input;
    const before = (await tx.get<Fund>('funds', villageId)) ?? refuseUnknownVillage();
    const booking = { amountFen, source, note: input.note ?? null, byPersonId: personId };
    const { fund, movement } = bookFunds(before, booking, nowMs);
    tx.set('funds', villageId, fund);
    tx.create('fund-movements', `${villageId}.${movement.sequence}`, movement);
    return { villageId, balanceFen: fund.balanceFen };
  },
});
