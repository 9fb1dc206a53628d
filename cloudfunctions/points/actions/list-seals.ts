import { points } from '../../../src/contracts';
import { sealsShown } from '../../../src/contracts/limits';
import { sealHash } from '../../../src/domain/seals/seal';
import { sealCode } from '../../../src/domain/seals/seal-code';
import { defineQuery } from '../../runtime/define-action';
import { loadVillage } from '../load';
import { isDay } from '../load-seals';
import { newestSeals } from '../newest-seals';

export const listSeals = defineQuery({
  contract: points.listSeals,
  allow: [{ who: 'anyone' }],
  async run({ input: { villageId, before }, read }) {
    await loadVillage(read, villageId);
    const found = await newestSeals(read, villageId, { limit: sealsShown + 1, before });
    const shown = found.slice(0, sealsShown).filter(({ day }) => isDay(day));
    return {
      // Of what the seal says, not of the hash that stands beside it: a changed one shows.
      seals: shown.map((seal) => ({
        day: seal.day,
        code: sealCode(sealHash(seal)),
        households: seal.leaves.length,
      })),
      more: found.length > sealsShown,
    };
  },
});
