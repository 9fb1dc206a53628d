import type { Engine, IndexFile } from '../../../local-cloud/engine';
import type { Random } from '../../support/random';
import { loaderFor } from './load';
import type { Book } from './measure';
import { benchNowMs, householdId } from './ours';

export const rowsCollection = 'naive_records';
const oldestMs = Date.parse('2025-01-02T09:00:00+08:00');

export const naiveIndexes: IndexFile = {
  [rowsCollection]: [
    {
      name: 'by-household',
      fields: [
        { name: 'householdId', direction: '1' },
        { name: 'atMs', direction: '-1' },
      ],
    },
  ],
};

export async function loadNaive(engine: Engine, entries: number, random: Random): Promise<void> {
  const loader = loaderFor(engine);
  for (let number = 0; number < entries; number += 1) {
    const atMs = Math.floor(oldestMs + ((benchNowMs - oldestMs) * number) / entries);
    await loader.add(rowsCollection, { householdId, points: 1 + random.integer(8), atMs });
  }
  await loader.end();
}

/** What public points malls do: one row per change, the balance is the sum of all rows. */
export function naiveOn(
  engine: Engine,
  pause: () => Promise<void>,
  added: (id: string) => void = () => undefined,
) {
  const add = async (points: number) => {
    await pause();
    const [id] = await engine.insert(rowsCollection, { householdId, points, atMs: benchNowMs });
    added(id as string);
  };
  const balance = async (): Promise<number> => {
    await pause();
    const [sum] = engine.aggregate(rowsCollection, [
      { $match: { householdId } },
      { $group: { _id: null, points: { $sum: '$points' } } },
    ]);
    return Number(sum?.points ?? 0);
  };
  const spend = async (points: number): Promise<boolean> => {
    if ((await balance()) < points) return false;
    await add(-points);
    return true;
  };
  return { add, balance, spend };
}

export async function openNaive(engine: Engine, entries: number, random: Random): Promise<Book> {
  await loadNaive(engine, entries, random);
  const added: string[] = [];
  const mall = naiveOn(
    engine,
    async () => undefined,
    (id) => void added.push(id),
  );
  const page = () =>
    engine.find(rowsCollection, {
      query: { householdId },
      order: [{ field: 'atMs', direction: 'desc' }],
      limit: 20,
    });
  return {
    method: 'naive',
    async restore() {
      for (const _id of added.splice(0)) await engine.remove(rowsCollection, { _id });
    },
    operations: [
      { name: 'post', run: () => mall.add(5) },
      { name: 'balance', run: mall.balance, long: true },
      { name: 'spend', run: () => mall.spend(1), long: true },
      { name: 'page: newest', run: async () => page() },
    ],
  };
}
