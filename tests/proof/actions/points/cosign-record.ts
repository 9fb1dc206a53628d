import { holder, recordIn } from '../../../simulation/histories/moves/move';
import { aDecision } from '../../../simulation/histories/moves/points';
import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { bothWays } from '../../ready/points';
import type { ProofTown } from '../../town';

/** Household 1 is a committee member's, so a supervisor signs too. */
async function waitingForCosignature(town: ProofTown): Promise<string> {
  const recordId = await town.declare(1);
  await town.check(recordId);
  return recordId;
}

export const card: Card = {
  call: async (town) => bothWays(supervisor, await waitingForCosignature(town)),
  who: 'supervisors of the village, not on oneself or relatives',
  may: { supervisor: apart },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: {
    weight: 4,
    // Only the committee’s records are co-signed, and no supervisor is of it or near it.
    elsewhere: ['own-household', 'near-relative', 'recorder-may-not-decide'],
    wish(scene) {
      const record = recordIn(scene, 'waiting-cosign');
      if (!record) return null;
      const input = aDecision(scene, record.recordId);
      return { openid: holder(scene, 'supervisor', record.villageId), input };
    },
  },
  costs: { requests: 12, documents: 17 },
};
