import type { Seal } from '../../src/domain/seals/types';
import type { Reader } from '../runtime/store/store';

/** A village's seals, newest first; with a day, those before it. */
export function newestSeals(
  read: Reader,
  villageId: string,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<Seal[]> {
  return read.query<Seal>('seals', {
    where: { villageId },
    order: { field: 'day', direction: 'desc' },
    limit,
    ...(before !== undefined && { after: before }),
  });
}
