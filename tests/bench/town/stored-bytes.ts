import type { Engine } from '../../../local-cloud/engine';
import { openPointsTown } from '../../actions/points/points-town';
import { madeHouseholdId } from '../../support/household-ids';
import type { BenchRow } from '../section';

const deeds = 6;

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '');

function meanBytes(engine: Engine, collection: string): number {
  const documents = engine.find(collection);
  const total = documents.reduce((sum, document) => sum + bytesOf(document), 0);
  return documents.length === 0 ? 0 : Math.round(total / documents.length);
}

/** A small village whose deeds went the whole way through the real actions. */
async function villageOfDeeds(): Promise<Engine> {
  const town = await openPointsTown();
  const note = '把村口的路扫干净,清走了两车垃圾。';
  const location = { latitude: 39.1, longitude: 109.2, accuracyMetres: 20 };
  const recordIds: string[] = [];
  for (let number = 9; number < 9 + deeds; number += 1) {
    const recordId = await town.declare(number, { note, location });
    await town.drawFor(recordId);
    await town.review(recordId);
    recordIds.push(recordId);
  }
  await town.notice(recordIds);
  town.clock.advanceDays(6);
  await town.closeNotices();
  return town.engine;
}

const ofDeeds = ['records', 'commands', 'allowances', 'accounts'];
const ofOrders = ['orders', 'movements'];

/** Mean size of what is stored, as JSON without indexes; deeds are those of a small village. */
export async function storedBytes(town: Engine): Promise<{ rows: BenchRow[]; raw: object }> {
  const small = await villageOfDeeds();
  const raw: Record<string, number> = {};
  for (const collection of ofDeeds) raw[collection] = meanBytes(small, collection);
  const awards = small.find('entries', { query: { kind: 'award' } });
  raw['entries, awards'] = Math.round(bytesOf(awards) / Math.max(1, awards.length));
  const trades = town.find('entries', { query: { householdId: madeHouseholdId('v01', 1) } });
  const ofTrade = trades.filter(({ kind }) => kind === 'hold' || kind === 'redeem');
  raw['entries, held and redeemed'] = Math.round(bytesOf(ofTrade) / Math.max(1, ofTrade.length));
  for (const collection of ofOrders) raw[collection] = meanBytes(town, collection);
  const [notice] = small.find('notices');
  raw['notices, a line'] = Math.round(bytesOf(notice) / deeds);
  raw['seals, a village'] = meanBytes(town, 'seals');
  const rows = Object.entries(raw).map(([name, value]) => {
    return { what: `mean stored size: ${name}`, value, unit: 'bytes' };
  });
  return { rows, raw };
}
