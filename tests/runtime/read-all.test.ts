import { engineStore } from '../../cloudfunctions/runtime/store/engine-store';
import { readAll } from '../../cloudfunctions/runtime/store/read-all';
import { openEngine } from '../../local-cloud/engine';

const fields = ['villageId', 'number'].map((name) => ({ name, direction: '1' as const }));

test.each([0, 1, 999, 1000, 1001, 2345])('%i documents are read page by page', async (count) => {
  const indexes = { households: [{ name: 'by-village', fields }] };
  const engine = openEngine({ directory: null, indexes });
  const documents = Array.from({ length: count }, (_, index) => ({
    villageId: 'v01',
    number: (index * 7919) % 100_003,
  }));
  await engine.insert('households', [...documents, { villageId: 'v02', number: 5 }]);
  const store = engineStore(engine);
  type Household = { villageId: string; number: number };
  const all = await readAll<Household>(store, 'households', { villageId: 'v01' }, 'number');
  const expected = documents.map(({ number }) => number).sort((left, right) => left - right);
  expect(all.map(({ number }) => number)).toEqual(expected);
});
