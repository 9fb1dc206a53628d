import { stumblingStore } from '../proof/exactly-once/stumbling-store';
import { randomFrom } from './random';
import { documentsOf, openTestTown, type TestTown } from './town';

/**
 * Copies of a town in which calls made at once overlap, each copy in another order.
 * @param count how many; their seeds are 1 to `count`
 */
export async function* stumblingTowns(town: TestTown, count: number): AsyncGenerator<TestTown> {
  const documents = documentsOf(town.engine);
  for (let seed = 1; seed <= count; seed += 1) {
    const { store, workOn } = stumblingStore(randomFrom(seed));
    const there = { documents, nowMs: town.clock.nowMs(), wrapStore: () => store };
    // Ids of its own: those of the town it was copied from are used.
    const copy = await openTestTown({ ...there, randomSeed: seed });
    workOn(copy.engine);
    yield copy;
  }
}
