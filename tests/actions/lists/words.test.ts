import { lists } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { mostEntriesWithWords } from '../../../src/contracts/limits';
import { openTestTown, type TestActor, type TestTown } from '../../support/town';

let town: TestTown;
let cadre: TestActor;
beforeEach(async () => {
  town = await openTestTown();
  cadre = await town.joinHead(1, 1);
});

type Input = InputOf<typeof lists.saveWords>;
const homestead = { villageId: 'v01', kind: 'matter' as const, id: 'homestead' };

async function codeOf(input: Input, actor = cadre): Promise<string> {
  const envelope = await actor.call(lists.saveWords, input);
  return envelope.ok ? 'ok' : envelope.error.code;
}
const listed = async () =>
  (await cadre.must(lists.listWords, { villageId: 'v01' })).entries.map(({ id, words }) => [
    id,
    ...words,
  ]);

test('what a village says is there for everybody, and taken back by none', async () => {
  expect(await listed()).toEqual([]);
  await cadre.must(lists.saveWords, { ...homestead, words: ['起屋', '圈 地皮', '起屋。'] });
  const event = { action: 'list-words', input: { villageId: 'v01' } };
  expect(await town.send('lists', event, null)).toMatchObject({
    ok: true,
    value: { entries: [{ kind: 'matter', id: 'homestead', words: ['起屋', '圈 地皮'] }] },
  });
  await cadre.must(lists.saveWords, { ...homestead, words: ['起屋'] });
  expect(await listed()).toEqual([['homestead', '起屋']]);
  await cadre.must(lists.saveWords, { ...homestead, words: [] });
  expect(await listed()).toEqual([]);
});

test('other villages have their own', async () => {
  await cadre.must(lists.saveWords, { ...homestead, words: ['起屋'] });
  expect((await cadre.must(lists.listWords, { villageId: 'v02' })).entries).toEqual([]);
  expect(await codeOf({ ...homestead, villageId: 'v02', words: ['起屋'] })).toBe('not-yours');
});

test.each<[string, Partial<Input>]>([
  ['entry-unknown', { id: 'no-such-matter' }],
  ['entry-unknown', { kind: 'goods' }],
  ['words-say-nothing', { words: ['怎么办'] }],
  ['words-say-nothing', { words: ['起屋', '。。'] }],
  ['word-taken', { words: ['举报'] }],
  ['word-taken', { kind: 'goods', id: 'soap', words: ['起屋', '低 保'] }],
  ['private-number', { words: ['13900001111'] }],
  ['input-invalid', { words: Array.from({ length: 51 }, (_, index) => `词${index}`) }],
  ['input-invalid', { words: ['一'.repeat(15)] }],
  ['words-unchanged', { words: [] }],
])('%s: %j', async (code, change) => {
  expect(await codeOf({ ...homestead, words: ['起屋'], ...change })).toBe(code);
  expect(await listed()).toEqual([]);
});

test('the book of a village is full one day, and what stands in it can still change', async () => {
  const { matters } = await cadre.must(lists.listMatters, { villageId: 'v01' });
  const { certificates } = await cadre.must(lists.listCertificatesNotIssued, {});
  const all = [
    ...matters.map(({ key }) => ({ ...homestead, id: key })),
    ...certificates.map(({ id }) => ({ ...homestead, kind: 'certificate' as const, id })),
  ];
  for (const entry of all.slice(0, mostEntriesWithWords)) {
    expect(await codeOf({ ...entry, words: ['一个词'] })).toBe('ok');
  }
  const [first, more] = [all[0] ?? homestead, all[mostEntriesWithWords] ?? homestead];
  expect(await codeOf({ ...more, words: ['一个词'] })).toBe('word-book-full');
  expect(await codeOf({ ...first, words: ['另一个词'] })).toBe('ok');
});
