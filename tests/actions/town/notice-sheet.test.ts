import { documents, points } from '../../../src/contracts';
import type { Edition } from '../../../src/domain/documents/types';
import type { Notice } from '../../../src/domain/records/types';
import { look, scan, wordsOf } from '../../documents/printed';
import type { TestActor } from '../../support/town';
import { codeOf, openPointsTown, type PointsTown } from '../points/points-town';

jest.setTimeout(120_000);

const cadre = 2;
const whole = { x: 0, y: 0, width: 595, height: 842 };
let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});

const noticeIdOf = (recordId: string) => town.record(recordId).noticeId ?? '';

async function fetchAll(who: TestActor, input: { villageId: string; noticeId: string }) {
  const { villageId, noticeId } = input;
  const print = { document: 'notice' as const, noticeId };
  const printed = await who.must(documents.printForVillage, { villageId, print });
  const parts: Buffer[] = [];
  for (let piece = 0; piece < printed.pieces; piece += 1) {
    const { renderingId } = printed;
    const { base64 } = await who.must(documents.readPrintPiece, { renderingId, piece });
    parts.push(Buffer.from(base64, 'base64'));
  }
  return look(Buffer.concat(parts));
}

const edition = () => town.engine.find('editions')[0] as unknown as Edition;
const found = async (who: TestActor) =>
  who.must(documents.findPrinted, { checkCode: edition().checkCode });

test('for the wall: numbers without names, the last day, the code of the seal', async () => {
  const recordId = await town.onNotice(13);
  town.clock.advanceDays(1);
  await town.timer('jobs', 'seal-day');
  const noticeId = noticeIdOf(recordId);
  const { pages } = await fetchAll(town.head(cadre), { villageId: 'v01', noticeId });
  const [page] = pages;
  if (!page) throw new Error('nothing was printed');
  const words = wordsOf(page);
  const { itemName } = town.record(recordId);
  expect(words).toContain('13号户');
  expect(words).toContain(itemName);
  const { seal } = await town.head(9).must(points.readBoard, { villageId: 'v01' });
  expect(words).toContain(seal?.code ?? 'no seal');
  const [household] = town.engine.find('households', {
    query: { villageId: 'v01', number: 13 },
  }) as unknown as { headName: string }[];
  expect(words).not.toContain(household?.headName ?? '');
  expect(scan(page, whole)).toContain(edition().checkCode);
});

test('it is the newest until somebody objects; then the paper says where to look', async () => {
  const recordId = await town.onNotice(13);
  const noticeId = noticeIdOf(recordId);
  await fetchAll(town.head(cadre), { villageId: 'v01', noticeId });
  const guest = town.as('guest');
  expect(await found(guest)).toMatchObject({ document: 'notice', state: 'newest', of: null });
  await town.head(9).must(points.objectToRecord, { recordId, reason: '当时不在场' });
  expect(await found(guest)).toMatchObject({ state: 'older' });
});

test('whose a health matter is does not stand on it', async () => {
  const recordId = await town.onNotice(13);
  const noticeId = noticeIdOf(recordId);
  const notice = town.engine.get('notices', noticeId) as unknown as Notice;
  const lines = notice.lines.map((line) => ({ ...line, householdHidden: true }));
  await town.engine.set('notices', noticeId, { ...notice, lines });
  const { pages } = await fetchAll(town.head(cadre), { villageId: 'v01', noticeId });
  const words = pages.map(wordsOf).join('');
  expect(words).toContain('不公开');
  expect(words).not.toContain('13号户');
});

test('a notice that is over, is of another village or is none is refused', async () => {
  const noticeId = noticeIdOf(await town.onNotice(13));
  const ask = (who: TestActor, villageId: string, id: string) => {
    const print = { document: 'notice' as const, noticeId: id };
    return who.call(documents.printForVillage, { villageId, print });
  };
  const head = town.head(cadre);
  expect(codeOf(await ask(town.administrator, 'v02', noticeId))).toBe('notice-not-found');
  expect(codeOf(await ask(head, 'v01', town.newId()))).toBe('notice-not-found');
  town.clock.advanceDays(6);
  expect(codeOf(await ask(head, 'v01', noticeId))).toBe('notice-not-found');
  expect(town.engine.find('editions')).toEqual([]);
});
