import { lists } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import { drawFlowChart } from '../../../src/domain/lists/flow-chart';
import { listNames } from '../../../src/domain/lists/list-names';
import { someBasisIsUnchecked } from '../../../src/domain/lists/publish';
import { refuseMatter } from '../../../src/domain/lists/read';
import type { CurrentMatter, MatterVersion } from '../../../src/domain/lists/types';
import { defineQuery } from '../../runtime/define-action';
import type { Reader } from '../../runtime/store/store';

/**
 * The matter of a key, or of the beginning of one: a printed code has room for 32 characters, so
 * long keys are cut in it. Two that begin alike are none, rather than the wrong one.
 */
async function findMatter(villageId: string, key: string, read: Reader): Promise<CurrentMatter> {
  const exact = await read.get<CurrentMatter>('matters', `${villageId}.${key}`);
  if (exact) return exact;
  const behind = await read.query<CurrentMatter>('matters', {
    where: { villageId },
    order: { field: 'key', direction: 'asc' },
    after: key,
    limit: 2,
  });
  const [found, alike] = behind.filter((matter) => matter.key.startsWith(key));
  return found && !alike ? found : refuseMatter();
}

export const readMatter = defineQuery({
  contract: lists.readMatter,
  allow: [{ who: 'anyone' }],
  run: async ({ input, read, nowMs }) => {
    const { villageId } = input;
    const current = await findMatter(villageId, input.key, read);
    const version = input.version ?? current.version;
    const id = `${villageId}.${current.key}.${version}`;
    const found = (await read.get<MatterVersion>('matter-versions', id)) ?? refuseMatter();
    const { matter, publishedAtMs } = found;
    return {
      matter,
      listName: listNames[matter.list],
      version,
      current: version === current.version,
      currentVersion: current.version,
      publishedAtMs,
      basisUnchecked: someBasisIsUnchecked(matter, dayOf(nowMs)),
      flowChart: drawFlowChart(matter.name, matter.steps),
    };
  },
});
