import type { Engine } from '../../../../local-cloud/engine';
import { naiveOn, rowsCollection } from '../naive';
import { householdId } from '../ours';
import { type Keeper, type Row, startPoints } from './intents';

/** Rows do not know their intent, so the order of calls tells which row is whose. */
export async function keepNaive(
  engine: Engine,
  faulty: Engine,
  pause: () => Promise<void>,
): Promise<Keeper> {
  const rows: Row[] = [];
  const at = { householdId, atMs: 0 };
  await engine.insert(rowsCollection, { ...at, points: startPoints });
  const mall = naiveOn(faulty, pause);
  return {
    name: 'naive sum',
    async perform({ id, kind, points }) {
      const signed = kind === 'award' ? points : -points;
      if (kind === 'spend' && (await mall.balance()) < points) return false;
      await mall.add(signed);
      rows.push({ intentId: id, points: signed });
      return true;
    },
    rows: () => rows,
    balance: mall.balance,
  };
}
