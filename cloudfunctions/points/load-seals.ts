import { addDays, dayOf, firstDayOfQuarter, quarterOf } from '../../src/domain/kernel/time';
import { rollupId } from '../../src/domain/points/rollup';
import type { SealWitness } from '../../src/domain/points/seal';
import type { Rollup, Seal } from '../../src/domain/points/types';
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

async function everySeal(read: Reader, villageId: string): Promise<Seal[]> {
  const all: Seal[] = [];
  for (;;) {
    const last = all.at(-1)?.day;
    const page = await read.query<Seal>('seals', {
      where: { villageId },
      order: { field: 'day', direction: 'asc' },
      limit: sealsPerPage,
      ...(last !== undefined && { after: last }),
    });
    all.push(...page);
    if (page.length < sealsPerPage) return all;
  }
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

/** Seals oldest first. The witness first: what it names must be among the seals read after it. */
export async function loadSeals(
  read: Reader,
  villageId: string,
  { all, nowMs }: { all: boolean; nowMs: number },
): Promise<Seals> {
  const witness = await readWitness(read, villageId, nowMs);
  const seals = all
    ? await everySeal(read, villageId)
    : (await newestOf(read, villageId, newestSeals)).reverse();
  return { seals, witness };
}
