import { keptSinceMs } from '../../../src/domain/people/retention';
import type { RegisterImport } from '../../../src/domain/town/types';
import type { Stored } from '../../runtime/store/store';
import { type ErasePorts, eraseEach, type Part } from './part';

const filesPerCall = 20;

/** The latest first: one that cannot be erased and only grows older is not in the others' way. */
function dueIn(state: 'done' | 'running', { store, nowMs }: ErasePorts) {
  return store.query<RegisterImport>('imports', {
    where: { state },
    order: { field: 'startedAtMs', direction: 'desc' },
    after: keptSinceMs(state === 'done' ? 'importedFile' : 'abandonedFile', nowMs),
    limit: filesPerCall * 2,
  });
}

/** The register's files: they hold everybody, so nobody is erased while one lies about. */
export async function eraseFiles(ports: ErasePorts): Promise<Part> {
  const { store, files } = ports;
  const due = (await Promise.all([dueIn('done', ports), dueIn('running', ports)])).flat();
  return eraseEach(ports, due, filesPerCall, async ({ _id, fileId }: Stored<RegisterImport>) => {
    if (fileId !== null) await files.remove([fileId]);
    await store.transact(async (tx) => {
      const known = await tx.get<RegisterImport>('imports', _id);
      if (!known || known.state === 'erased') return;
      tx.set('imports', _id, { ...known, fileId: null, state: 'erased' });
    });
  });
}
