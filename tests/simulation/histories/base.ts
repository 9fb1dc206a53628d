import { openProofTown } from '../../proof/town';
import { type Documents, documentsOf, testShopId } from '../../support/town';

/** Households that earned something in two years running, so that they hold points of both. */
const households = [7, 8, 9, 10];
const dayMs = 86_400_000;

type Base = { documents: Documents; nowMs: number };
let base: Promise<Base> | null = null;

async function prepare(): Promise<Base> {
  const town = await openProofTown();
  await town.appoint({ householdNumber: 15, role: 'keeper', place: testShopId });
  town.clock.advanceMs(366 * dayMs);
  for (const number of households) await town.onNotice(number, 'grassland-fire-watch');
  town.clock.advanceDays(6);
  for (const job of ['close-notices', 'lapse-points', 'seal-day']) {
    const answer = await town.timer('jobs', job);
    if (!answer.ok) throw new Error(`${job}: ${answer.error.message}`);
  }
  return { documents: documentsOf(town.engine), nowMs: town.clock.nowMs() };
}

/**
 * Where every history begins: the town of the proof in its second year, with a second keeper at its
 * shop; made once a process.
 */
export function historyBase(): Promise<Base> {
  base ??= prepare();
  return base;
}
