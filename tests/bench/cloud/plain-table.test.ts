import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plainApp } from './plain-table';

const folder = mkdtempSync(path.join(tmpdir(), 'plain-table-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the plain table answers behind the route of the whole app', async () => {
  const app = plainApp(folder);
  const ask = async (asked: object): Promise<unknown> => {
    const body = JSON.stringify({ collectionName: 'benches', ...asked });
    return (await app.request('/admin', { method: 'POST', body })).json();
  };
  const added = await ask({ action: 'database.addDocument', data: ['{"_id":"one","seat":2}'] });
  expect(added).toMatchObject({ data: { insertedIds: ['one'] } });
  const read = await ask({ action: 'database.getDocument', query: '{"_id":"one"}' });
  expect(read).toMatchObject({ data: { list: ['{"_id":"one","seat":2}'] } });
});
