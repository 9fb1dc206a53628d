import { actions as jobActions } from '../../../cloudfunctions/jobs/actions';
import { actions as pointActions } from '../../../cloudfunctions/points/actions';
import { createSecret } from '../../../cloudfunctions/runtime/secret';
import { drawPng } from '../../../local-cloud/wechat/png';
import { documents, people, town as townContracts, wechat } from '../../../src/contracts';
import type { ValueOf } from '../../../src/contracts/contract';
import { mostPrintedPerDay } from '../../../src/domain/documents/print';
import type { Edition, PrintPiece } from '../../../src/domain/documents/types';
import type { Household, Person } from '../../../src/domain/people/types';
import { look, readPages, scan, wordsOf } from '../../documents/printed';
import {
  documentsOf,
  openTestTown,
  type TestActor,
  type TestTown,
  testSecretText,
  testShopId,
} from '../../support/town';

jest.setTimeout(180_000);

let town: TestTown;
beforeEach(async () => {
  town = await openTestTown({ functions: { points: pointActions, jobs: jobActions } });
});

type Printed = ValueOf<typeof documents.printMine>;

async function fetchAll(who: TestActor, { renderingId, pieces }: Printed): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const { base64 } = await who.must(documents.readPrintPiece, { renderingId, piece });
    parts.push(Buffer.from(base64, 'base64'));
  }
  return Buffer.concat(parts);
}

async function codeOf(call: ReturnType<TestActor['call']>): Promise<string> {
  const envelope = await call;
  return envelope.ok ? 'ok' : envelope.error.code;
}

const editions = () => town.engine.find('editions') as unknown as Edition[];

async function change(number: number, changed: Partial<Household>): Promise<Household> {
  const query = { villageId: 'v01', number };
  const [before] = town.engine.find('households', { query }) as unknown as Household[];
  if (!before) throw new Error(`there is no household ${number}`);
  const after = { ...before, ...changed };
  await town.store.transact(async (tx) => tx.set('households', before.householdId, after));
  return after;
}

const allCards = { document: 'household-cards' as const, format: 'sheet' as const };
const year = { from: '2026-01-01', to: '2026-12-31' };

test('a household prints its card, which says what its phone shows', async () => {
  const head = await town.joinHead(1, 8);
  const printed = await head.must(documents.printMine, { print: { document: 'household-card' } });
  const { title, pages } = await look(await fetchAll(head, printed));
  const [page] = pages;
  expect(title).toBe('户码卡');
  expect(page && wordsOf(page)).toContain('8号户 试*');
  const [edition] = editions();
  expect(page && wordsOf(page)).toContain(edition?.checkCode.slice(0, 4));
  const { cardText } = await head.must(people.readHouseholdCard, {});
  const whole = { x: 0, y: 0, width: page?.width ?? 0, height: page?.height ?? 0 };
  expect(page && scan(page, whole)).toBe(cardText);
});

test('a household prints its statement; nobody prints another’s', async () => {
  const head = await town.joinHead(1, 8);
  const print = { document: 'statement' as const, ...year };
  const printed = await head.must(documents.printMine, { print });
  const [page] = await readPages(await fetchAll(head, printed));
  expect(page && wordsOf(page)).toContain('开户');
  const stranger = await town.joinHead(1, 9);
  const first = { renderingId: printed.renderingId, piece: 0 };
  expect(await codeOf(stranger.call(documents.readPrintPiece, first))).toBe('print-expired');
  expect(await codeOf(town.administrator.call(documents.readPrintPiece, first))).toBe(
    'print-expired',
  );
  expect(await codeOf(town.administrator.call(documents.printMine, { print }))).toBe(
    'not-your-job',
  );
});

test('a village’s cards are printed by its committee and the town, which is logged', async () => {
  const cadre = await town.joinHead(1, 1);
  const neighbour = await town.joinHead(2, 1);
  const printed = await cadre.must(documents.printForVillage, {
    villageId: 'v01',
    print: allCards,
  });
  const pages = await readPages(await fetchAll(cadre, printed));
  const households = town.engine.find('households', { query: { villageId: 'v01' } });
  expect(printed.pages).toBe(Math.ceil(households.length / 10));
  expect(editions()).toHaveLength(households.length);
  expect(pages.map(wordsOf).join('').match(/号户/g)).toHaveLength(households.length);
  const [line] = town.engine.find('commands', { query: { action: 'town.print-for-village' } });
  expect(line).toMatchObject({ asked: { villageId: 'v01', print: allCards } });
  for (const villageId of ['v02', 'v01']) {
    const who = villageId === 'v01' ? neighbour : cadre;
    const input = { villageId, print: allCards };
    expect(await codeOf(who.call(documents.printForVillage, input))).toBe('not-yours');
  }
  const absent = { ...allCards, fromNumber: 900, toNumber: 901 };
  const refused = await cadre.call(documents.printForVillage, { villageId: 'v01', print: absent });
  expect(refused).toMatchObject({
    error: { code: 'no-households', message: expect.stringContaining('没有这个户号') },
  });
});

test('a village without households has nothing to print', async () => {
  await town.administrator.must(townContracts.openVillage, { villageId: 'v03', name: '试三嘎查' });
  const input = { villageId: 'v03', print: allCards };
  const refused = await town.administrator.call(documents.printForVillage, input);
  expect(refused).toMatchObject({
    error: { code: 'no-households', message: expect.stringContaining('先导入户册') },
  });
  expect(town.engine.find('print-pieces')).toEqual([]);
});

test('of 300 households five have an unprintable name: they are named, or left blank', async () => {
  const cadre = await town.joinHead(1, 1);
  const { _id, ...one } = town.engine.find('households', { query: { villageId: 'v01' } })[0] as {
    _id: string;
  } & Household;
  await town.store.transact(async (tx) => {
    for (let number = 101; number <= 385; number += 1) {
      const headName = number % 57 === 0 ? '𠮷三' : '张三';
      tx.create('households', `more-${number}`, {
        ...one,
        householdId: `more-${number}`,
        cardId: town.newId(),
        number,
        headName,
      });
    }
  });
  const input = { villageId: 'v01', print: allCards };
  const refused = await cadre.call(documents.printForVillage, input);
  const named = [114, 171, 228, 285, 342].map((number) => `${number}号户 𠮷*`);
  expect(refused).toMatchObject({
    error: {
      code: 'glyphs-missing',
      message: expect.stringContaining('“114号户 𠮷*”里的“𠮷”'),
      details: { missing: named.map((text) => ({ character: '𠮷', text })) },
    },
  });
  expect(town.engine.find('print-pieces')).toEqual([]);
  const printed = await cadre.must(documents.printForVillage, { ...input, blanks: true });
  const words = (await readPages(await fetchAll(cadre, printed))).map(wordsOf).join('');
  expect(words).toContain('114号户 ＿*');
  expect(words).not.toContain('𠮷');
  expect(printed.bytes / printed.pages).toBeLessThan(40_000);
});

test('codes for the door: as WeChat drew them, after they were drawn', async () => {
  const cadre = await town.joinHead(1, 1);
  const print = { document: 'village-code' as const, paper: 'A4' as const };
  const input = { villageId: 'v01', print };
  expect(await codeOf(cadre.call(documents.printForVillage, input))).toBe('code-not-made');
  await cadre.must(wechat.makeCode, { villageId: 'v01', target: { kind: 'village' } });
  const drawn = drawPng(
    40,
    (pixel) => pixel,
    (x, y) => (x + y) % 2 === 0,
  );
  const code = { scene: 'v=v01', villageId: 'v01', contentType: 'image/png' };
  const imageBase64 = drawn.toString('base64');
  await town.store.transact(async (tx) => tx.set('mini-codes', 'v=v01', { ...code, imageBase64 }));
  const printed = await cadre.must(documents.printForVillage, input);
  const [page] = await readPages(await fetchAll(cadre, printed));
  expect(page && wordsOf(page)).toContain('试一嘎查微信扫一扫');
  const shop = { document: 'shop-code' as const, shopId: testShopId, paper: 'A5' as const };
  const ofShop = (villageId: string) => ({ villageId, print: shop });
  expect(await codeOf(cadre.call(documents.printForVillage, ofShop('v01')))).toBe('code-not-made');
  const elsewhere = town.administrator.call(documents.printForVillage, ofShop('v02'));
  expect(await codeOf(elsewhere)).toBe('shop-not-found');
  const long = { villageId: 'a-village-with-a-very-long-name-indeed', name: '试长嘎查' };
  await town.administrator.must(townContracts.openVillage, long);
  const tooLong = { villageId: long.villageId, print };
  const answer = await codeOf(town.administrator.call(documents.printForVillage, tooLong));
  expect(answer).toBe('scene-too-long');
  expect(documents.printForVillage.refusals).toContain(answer);
});

describe('报码查', () => {
  async function printCard(cadre: TestActor, number: number): Promise<string> {
    const numbers = { fromNumber: number, toNumber: number };
    const print = { document: 'household-cards' as const, format: 'single' as const, ...numbers };
    const before = new Set(editions().map(({ checkCode }) => checkCode));
    await cadre.must(documents.printForVillage, { villageId: 'v01', print });
    const fresh = editions().find(({ checkCode }) => !before.has(checkCode));
    return fresh?.checkCode ?? '';
  }

  test('says what it is to everybody, and whose to those who may know', async () => {
    const cadre = await town.joinHead(1, 1);
    const checkCode = await printCard(cadre, 8);
    const known = { document: 'household-card', villageName: '试一嘎查', day: '2026-11-02' };
    const find = (who: TestActor) => who.must(documents.findPrinted, { checkCode });
    const own = await town.joinHead(1, 8);
    const other = await town.joinHead(1, 9);
    for (const who of [cadre, own, town.administrator]) {
      expect(await find(who)).toMatchObject({ ...known, state: 'newest', of: '8号户 试*' });
    }
    for (const who of [other, town.as('guest'), await town.joinHead(2, 1)]) {
      expect(await find(who)).toMatchObject({ ...known, state: 'newest', of: null });
    }
  });

  test('knows a card as older once it would be printed otherwise, and the same again', async () => {
    const cadre = await town.joinHead(1, 1);
    const checkCode = await printCard(cadre, 8);
    expect(await printCard(cadre, 8)).toBe('');
    const { headName } = await change(8, { headName: '王五' });
    expect(headName).toBe('王五');
    const find = (code: string) => cadre.must(documents.findPrinted, { checkCode: code });
    expect(await find(checkCode)).toMatchObject({ state: 'older', of: '8号户 王*' });
    const later = await printCard(cadre, 8);
    expect(later).not.toBe(checkCode);
    expect(await find(later)).toMatchObject({ state: 'newest' });
  });

  test('what was printed before a key was replaced is still the newest', async () => {
    const checkCode = await printCard(await town.joinHead(1, 1), 8);
    const before = `2027-12-31:${testSecretText}`;
    const secret = createSecret('the secret after, of the tests, long enough', { before });
    const after = await openTestTown({ documents: documentsOf(town.engine), secret });
    const find = () => after.as('guest').must(documents.findPrinted, { checkCode });
    expect(await find()).toMatchObject({ state: 'newest' });
  });

  test('a statement is the newest until something is posted in its period', async () => {
    const head = await town.joinHead(1, 8);
    const print = { document: 'statement' as const, ...year };
    await head.must(documents.printMine, { print });
    const [{ checkCode, householdId }] = editions() as [Edition];
    const find = (who: TestActor) => who.must(documents.findPrinted, { checkCode });
    expect(await find(head)).toMatchObject({
      state: 'newest',
      of: expect.stringContaining('8号户 试*,2026年1月1日'),
    });
    expect(await find(town.administrator)).toMatchObject({ state: 'newest', of: null });
    const [entry] = town.engine.find('entries', { query: { householdId } });
    const { _id, ...rest } = entry as { _id: string };
    const next = { ...rest, sequence: 2 };
    await town.store.transact(async (tx) => tx.create('entries', 'another', next));
    expect(await find(head)).toMatchObject({ state: 'older' });
  });

  test('a mistyped digit is noticed, an unknown code is said, and tries are counted', async () => {
    const cadre = await town.joinHead(1, 1);
    const checkCode = await printCard(cadre, 8);
    const guest = town.as('guest');
    const ask = (code: string) => codeOf(guest.call(documents.findPrinted, { checkCode: code }));
    for (let place = 0; place < 8; place += 1) {
      const other = String((Number(checkCode[place]) + 1) % 10);
      const wrong = checkCode.slice(0, place) + other + checkCode.slice(place + 1);
      expect(await ask(wrong)).toBe('check-code-mistyped');
    }
    expect(await ask('00000000')).toBe('check-code-unknown');
    for (let tries = 9; tries < 50; tries += 1) await ask('00000000');
    expect(await ask(checkCode)).toBe('too-many-tries');
    town.clock.advanceDays(1);
    expect(await ask(checkCode)).toBe('ok');
  });
});

test('pieces wait a day, and are gone for good the night after', async () => {
  const head = await town.joinHead(1, 8);
  const printed = await head.must(documents.printMine, { print: { document: 'household-card' } });
  const first = { renderingId: printed.renderingId, piece: 0 };
  expect(await codeOf(head.call(documents.readPrintPiece, { ...first, piece: 1 }))).toBe(
    'print-expired',
  );
  town.clock.advanceDays(1);
  expect(await codeOf(head.call(documents.readPrintPiece, first))).toBe('print-expired');
  expect(town.engine.find('print-pieces').length).toBe(1);
  town.clock.advanceMs(1);
  await town.timer('jobs', 'erase-expired');
  expect(town.engine.find('print-pieces').length).toBe(0);
});

test('of one person so many are printed a day; nothing is written for one more', async () => {
  const head = await town.joinHead(1, 8);
  const print = (commandId?: string) =>
    codeOf(head.call(documents.printMine, { print: { document: 'household-card' } }, commandId));
  const firstId = town.newId();
  expect(await print(firstId)).toBe('ok');
  const all = town.engine.find('attempts') as unknown as { _id: string; tries: number }[];
  const { _id = '', ...counted } = all.find((each) => each._id.startsWith('printed.')) ?? {};
  expect(counted).toMatchObject({ tries: 1 });
  await town.store.transact(async (tx) => {
    tx.set('attempts', _id, { ...counted, tries: mostPrintedPerDay - 1 });
  });
  expect(await print(firstId)).toBe('ok');
  expect(await print()).toBe('ok');
  const before = town.engine.count('print-pieces', {});
  expect(await print()).toBe('too-many-printings');
  expect(town.engine.count('print-pieces', {})).toBe(before);
  expect(town.engine.count('editions', {})).toBe(1);
  const other = await town.joinHead(1, 9);
  await other.must(documents.printMine, { print: { document: 'household-card' } });
  town.clock.advanceDays(1);
  expect(await print()).toBe('ok');
});

test('what is refused for its names is not counted', async () => {
  const cadre = await town.joinHead(1, 1);
  await change(8, { headName: '𠮷三' });
  const input = { villageId: 'v01', print: allCards };
  expect(await codeOf(cadre.call(documents.printForVillage, input))).toBe('glyphs-missing');
  expect(town.engine.find('attempts').filter(({ _id }) => `${_id}`.startsWith('printed'))).toEqual(
    [],
  );
});

test('what is sent twice is printed once, and pieces of two renderings never mix', async () => {
  const head = await town.joinHead(1, 8);
  const input = { print: { document: 'household-card' as const } };
  const commandId = town.newId();
  const first = await head.must(documents.printMine, input, commandId);
  const again = await head.must(documents.printMine, input, commandId);
  expect(again).toEqual(first);
  const other = await head.must(documents.printMine, input);
  const pieces = town.engine.find('print-pieces') as unknown as PrintPiece[];
  expect(other.renderingId).not.toBe(first.renderingId);
  expect(pieces).toHaveLength(2);
  expect(pieces.every(({ personId }) => personId === pieces[0]?.personId)).toBe(true);
});

test('a statement of 10 000 entries is refused with what to do', async () => {
  const head = await town.joinHead(1, 8);
  const asked = { query: { openid: head.openid } };
  const persons = town.engine.find('persons', asked) as unknown as Person[];
  const own = { householdId: persons[0]?.householdId ?? '' };
  const { _id, ...entry } = town.engine.find('entries', { query: own })[0] as { _id: string };
  const transaction = town.engine.begin();
  const many = Array.from({ length: 9999 }, (_, index) => {
    return { ...entry, _id: `many.${index}`, sequence: index + 2 };
  });
  transaction.insert('entries', many);
  await transaction.commit();
  const print = { document: 'statement' as const, ...year };
  expect(await head.call(documents.printMine, { print })).toMatchObject({
    error: { code: 'too-many-entries', message: expect.stringContaining('分成几段') },
  });
  expect(town.engine.find('print-pieces')).toEqual([]);
  const upsideDown = { ...print, from: '2026-03-01', to: '2026-02-01' };
  expect(await codeOf(head.call(documents.printMine, { print: upsideDown }))).toBe(
    'period-upside-down',
  );
});
