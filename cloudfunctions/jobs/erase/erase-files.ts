import { keptSinceMs } from '../../../src/domain/people/retention';
import type { RegisterImport } from '../../../src/domain/town/types';
import type { Stored } from '../../runtime/store/store';
import { type ErasePorts, eraseEach, type Part } from './part';

const filesPerCall = 20;

async function dueIn(state: 'done' | 'running', { store, nowMs }: ErasePorts) {
  const imports = await store.query<RegisterImport>('imports', {
    where: { state },
    order: { field: 'startedAtMs', direction: 'asc' },
    limit: filesPerCall * 2,
  });
  const since = keptSinceMs(state === 'done' ? 'importedFile' : 'abandonedFile', nowMs);
  return imports.filter(({ startedAtMs }) => startedAtMs < since);
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
