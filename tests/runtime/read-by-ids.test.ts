import { readByIds } from '../../cloudfunctions/runtime/store/read-by-ids';
import type { Reader } from '../../cloudfunctions/runtime/store/store';
import { openEngine } from '../../local-cloud/engine';
import { engineStore } from '../support/engine-store';

test.each([
  [0, 0],
  [1, 1],
  [100, 1],
  [101, 2],
  [250, 3],
])('%i documents come with %i requests, each looked at once', async (count, requests) => {
  const engine = openEngine({ directory: null, createMissingCollections: true });
  const documents = Array.from({ length: 300 }, (_, number) => ({ _id: `h-${number}`, number }));
  await engine.insert('households', documents);
  const store = engineStore(engine);
  let asked = 0;
  const reader: Reader = {
    get: store.get,
    query: (...given) => {
      asked += 1;
      return store.query(...given);
    },
  };
  const ids = documents.slice(0, count).map(({ _id }) => _id);
  const before = engine.counters().documentsExamined;
  const found = await readByIds<{ number: number }>(reader, 'households', ids);
  expect(found.map(({ number }) => number).sort((a, b) => a - b)).toEqual(ids.map((_, n) => n));
  expect([asked, engine.counters().documentsExamined - before]).toEqual([requests, count]);
});

test('what is not there is left out', async () => {
  const engine = openEngine({ directory: null, createMissingCollections: true });
  await engine.insert('households', [{ _id: 'h-1' }, { _id: 'h-3' }]);
  const found = await readByIds(engineStore(engine), 'households', ['h-1', 'h-2', 'h-3']);
  expect(found.map(({ _id }) => _id).sort()).toEqual(['h-1', 'h-3']);
});
