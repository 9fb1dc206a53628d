import type { Upload } from '../../../src/domain/people/types';
import type { Stored } from '../../runtime/store/store';
import { type ErasePorts, eraseEach, type Part } from './part';

const uploadsPerCall = 100;

/**
 * Files that were announced and may lie no longer: what was handed in is gone from there already,
 * or was copied and its removal cut off; the rest nobody handed in.
 */
export async function eraseUploads(ports: ErasePorts): Promise<Part> {
  const { store, files, nowMs } = ports;
  const due = await store.query<Upload>('uploads', {
    where: { townId: 'town' },
    order: { field: 'untilMs', direction: 'desc' },
    after: nowMs,
    limit: uploadsPerCall + 1,
  });
  return eraseEach(ports, due, uploadsPerCall, async ({ _id, path }: Stored<Upload>) => {
    await files.remove([await files.idOf(path)]);
    await store.transact(async (tx) => {
      const upload = await tx.get<Upload>('uploads', _id);
      // Announced once more meanwhile, it is swept in its turn.
      if (upload && upload.untilMs <= nowMs) tx.remove('uploads', _id);
    });
  });
}
