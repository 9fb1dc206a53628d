import { addDays, dayOf, firstDayOfQuarter, quarterOf } from '../../src/domain/kernel/time';
import { rollupId } from '../../src/domain/ledger/rollup';
import type { Rollup } from '../../src/domain/ledger/types';
import type { SealWitness } from '../../src/domain/seals/seal';
import type { Seal } from '../../src/domain/seals/types';
import { readAll } from '../runtime/store/read-all';
import type { Reader } from '../runtime/store/store';

const sealsPerPage = 60;
/** Without being asked for all: as many as show how the newest is chained. */
const newestSeals = 2;

/** Newest first. */
export function newestOf(read: Reader, villageId: string, limit: number): Promise<Seal[]> {
  return read.query<Seal>('seals', {
    where: { villageId },
    order: { field: 'day', direction: 'desc' },
    limit,
  });
}

/** The seal that the newest totals of this quarter or the one before name. */
async function readWitness(
  read: Reader,
  villageId: string,
  nowMs: number,
): Promise<SealWitness | null> {
  const quarter = quarterOf(dayOf(nowMs));
  const before = quarterOf(addDays(firstDayOfQuarter(quarter), -1));
  const rollups = await Promise.all(
    [quarter, before].map((each) => read.get<Rollup>('rollups', rollupId(villageId, each))),
  );
  const seals = rollups.flatMap((rollup) => rollup?.seal ?? []);
  return seals.sort((left, right) => (left.day < right.day ? 1 : -1))[0] ?? null;
}

export type Seals = { seals: Seal[]; witness: SealWitness | null };

async function readSeals(read: Reader, villageId: string, all: boolean): Promise<Seal[]> {
  if (all) return readAll<Seal>(read, 'seals', { villageId }, 'day', sealsPerPage);
  return (await newestOf(read, villageId, newestSeals)).reverse();
}

/**
 * Seals oldest first, and then their witness, written with the newest: a seal it does not know is
 * forged. One that it knows and that is not there may have been made in between: read once more.
 */
export async function loadSeals(
  read: Reader,
  villageId: string,
  { all, nowMs }: { all: boolean; nowMs: number },
): Promise<Seals> {
  let seals = await readSeals(read, villageId, all);
  let witness = await readWitness(read, villageId, nowMs);
  if (seals.at(-1)?.hash !== witness?.hash) {
    seals = await readSeals(read, villageId, all);
    witness = await readWitness(read, villageId, nowMs);
  }
  return { seals, witness };
}
