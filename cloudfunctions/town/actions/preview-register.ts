import { town as contracts } from '../../../src/contracts';
import { mostChangesShown } from '../../../src/contracts/limits';
import { mostProblemsShown } from '../../../src/domain/town/register/plan';
import { defineQuery } from '../../runtime/define-action';
import { readRegister } from '../read-register';

export const previewRegister = defineQuery({
  contract: contracts.previewRegister,
  allow: [{ who: 'town-admin' }],
  run: async ({ input, files, read, nowMs }) => {
    const plan = await readRegister(input.fileId, { files, read, nowMs });
    const { counts, problems, notes, changes, seen } = plan;
    return {
      ...counts,
      problems: problems.slice(0, mostProblemsShown),
      notes: [...notes],
      ...{ changes: changes.slice(0, mostChangesShown), changesInAll: changes.length, seen },
    };
  },
});
