import { openSdkCloud, type SdkCloud } from '../platform/sdk-cloud';

// No rules file: as on the platform where nobody set the rights of a new collection.
let it: SdkCloud;
beforeAll(async () => {
  it = await openSdkCloud();
  await it.cloud.engine.insert('things', { _id: 'of-functions', n: 1 });
});
afterAll(() => it.stop());

async function ask(openid: string | null, action: string, fields: object) {
  const body = { action: `database.${action}`, collectionName: 'things', ...fields };
  const headers: Record<string, string> = openid === null ? {} : { 'x-local-openid': openid };
  const request = { method: 'POST', headers, body: JSON.stringify(body) };
  return (await fetch(`${it.cloud.url}/database`, request)).json();
}
const json = (value: object) => JSON.stringify(value);

test('any phone may create a document under any id, and nobody who did not sign in', async () => {
  const lease = { data: [json({ _id: 'lease', until: 9e15 })] };
  expect(await ask('oA', 'insertDocument', lease)).toMatchObject({
    data: { insertedIds: ['lease'] },
  });
  expect(it.cloud.engine.get('things', 'lease')).toMatchObject({ _openid: 'oA', until: 9e15 });
  const denied = { errCode: -502003 };
  expect(await ask(null, 'insertDocument', { data: [json({ n: 1 })] })).toMatchObject(denied);
  const forged = { data: [json({ _openid: 'oB' })] };
  expect(await ask('oA', 'insertDocument', forged)).toMatchObject(denied);
  const nowhere = { ...lease, collectionName: 'nowhere' };
  expect(await ask('oA', 'insertDocument', nowhere)).toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
  });
});

test('a phone reaches what it created and nothing else', async () => {
  await ask('oA', 'insertDocument', { data: [json({ _id: 'mine', n: 2 })] });
  const all = { queryType: 'WHERE', query: json({ n: { $gt: 0 } }) };
  expect(await ask('oA', 'getDocument', all)).toMatchObject({
    data: { list: [json({ _id: 'mine', n: 2, _openid: 'oA' })] },
  });
  expect(await ask('oB', 'getDocument', all)).toMatchObject({ data: { list: [] } });
  const theirs = (id: string) => ({ queryType: 'DOC', query: json({ _id: id }) });
  const change = { data: json({ $set: { n: 3 } }), merge: true };
  for (const id of ['mine', 'of-functions']) {
    const answer = await ask('oB', 'modifyDocument', { ...theirs(id), ...change });
    expect(answer).toMatchObject({ data: { updated: 0 } });
    expect(await ask('oB', 'removeDocument', theirs(id))).toMatchObject({ data: { deleted: 0 } });
  }
  const widened = { queryType: 'WHERE', query: json({ $or: [{ _openid: 'oA' }, { n: 1 }] }) };
  expect(await ask('oB', 'getDocument', widened)).toMatchObject({ data: { list: [] } });
  const own = await ask('oA', 'modifyDocument', { ...theirs('mine'), ...change });
  expect(own).toMatchObject({ data: { updated: 1 } });
  expect(await ask('oA', 'removeDocument', theirs('mine'))).toMatchObject({ data: { deleted: 1 } });
  const whole = { ...theirs('mine'), data: json({ n: 1 }), merge: false };
  expect(await ask('oA', 'modifyDocument', whole)).toMatchObject({ errCode: -501007 });
});
