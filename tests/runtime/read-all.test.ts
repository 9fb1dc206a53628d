import { readAll } from '../../cloudfunctions/runtime/store/read-all';
import { openEngine } from '../../local-cloud/engine';
import { engineStore } from '../support/engine-store';

const fields = ['villageId', 'number'].map((name) => ({ name, direction: '1' as const }));

const indexes = { households: [{ name: 'by-village', fields }] };
type Household = { villageId: string; number: number };

async function numbersRead(numbers: readonly unknown[], pageSize?: number): Promise<unknown[]> {
  const engine = openEngine({ directory: null, indexes });
  const documents = numbers.map((number) => ({ villageId: 'v01', number }));
  await engine.insert('households', [...documents, { villageId: 'v02', number: 5 }]);
  const where = { villageId: 'v01' };
  const store = engineStore(engine);
  const all = await readAll<Household>(store, 'households', where, 'number', pageSize);
  return all.map(({ number }) => number);
}

test.each([0, 1, 199, 200, 201, 1345])('%i documents are read page by page', async (count) => {
  const numbers = Array.from({ length: count }, (_, index) => (index * 7919) % 100_003);
  const expected = [...numbers].sort((left, right) => left - right);
  expect(await numbersRead(numbers)).toEqual(expected);
});

test.each([
  ['across two pages', [1, 2, 3, 3, 4, 5]],
  ['at every end of a page', [1, 1, 2, 2, 3, 3, 4, 4, 5]],
  ['a whole page of one key', [1, 1, 1, 2]],
])('a key that stands twice is read twice: %s', async (_where, numbers) => {
  expect(await numbersRead(numbers, 3)).toEqual(numbers);
});

test('documents without a key are read once, not for ever', async () => {
  expect(await numbersRead([null, null, null, 7], 3)).toHaveLength(3);
});
