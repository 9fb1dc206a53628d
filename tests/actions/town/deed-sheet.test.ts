import { documents } from '../../../src/contracts';
import type { Edition } from '../../../src/domain/documents/types';
import type { Scheme } from '../../../src/domain/scheme/types';
import { look, scan, wordsOf } from '../../documents/printed';
import type { TestActor } from '../../support/town';
import { codeOf, messageOf, openPointsTown, type PointsTown } from '../points/points-town';

jest.setTimeout(120_000);

const cadre = 2;
const whole = { x: 0, y: 0, width: 595, height: 842 };
const itemIds = ['village-clean-up', 'unpaid-public-work'];
let town: PointsTown;
beforeEach(async () => {
  town = await openPointsTown();
});

type Wanted = { itemIds?: string[]; fromNumber?: number; toNumber?: number; villageId?: string };
const inputOf = ({ villageId = 'v01', ...wanted }: Wanted) => ({
  villageId,
  print: { document: 'deed-sheet' as const, itemIds, ...wanted },
});
const ask = (who: TestActor, wanted: Wanted = {}, commandId = town.newId()) =>
  who.call(documents.printForVillage, inputOf(wanted), commandId);

const editions = () => town.engine.find('editions') as unknown as Edition[];

async function pagesOf(who: TestActor, wanted: Wanted = {}) {
  const printed = await who.must(documents.printForVillage, inputOf(wanted));
  const { renderingId } = printed;
  const parts: Buffer[] = [];
  for (let piece = 0; piece < printed.pieces; piece += 1) {
    const { base64 } = await who.must(documents.readPrintPiece, { renderingId, piece });
    parts.push(Buffer.from(base64, 'base64'));
  }
  return (await look(Buffer.concat(parts))).pages;
}

const found = (checkCode: string) => town.as('guest').must(documents.findPrinted, { checkCode });

test('every page stands for its own households, and its code says so; no names', async () => {
  const [one] = town.engine.find('households', { query: { villageId: 'v01', number: 9 } });
  for (let number = 17; number <= 24; number += 1) {
    const _id = `more-${number}`;
    await town.engine.set('households', _id, { ...one, _id, householdId: _id, number });
  }
  const pages = await pagesOf(town.head(cadre));
  const kept = editions();
  expect(pages).toHaveLength(kept.length);
  expect(kept.length).toBe(2);
  const rows = kept.flatMap(({ sheet }) => sheet?.householdIds ?? []);
  const households = town.engine.find('households', { query: { villageId: 'v01' } });
  expect([...rows].sort()).toEqual(households.map(({ _id }) => _id).sort());
  for (const page of pages) {
    const code = scan(page, whole)?.slice(-8);
    const edition = kept.find(({ checkCode }) => checkCode === code);
    const words = wordsOf(page);
    expect(words).toContain('集中整治');
    for (const household of households) {
      const { number, headName, _id } = household as unknown as {
        number: number;
        headName: string;
        _id: string;
      };
      const stands = new RegExp(`(^|\\D)${number}号户`).test(words);
      expect(stands).toBe(edition?.sheet?.householdIds.includes(_id));
      expect(words).not.toContain(headName);
    }
  }
});

test('printed again it is another paper; the same command prints the same one', async () => {
  const wanted = { fromNumber: 8, toNumber: 9 };
  const commandId = town.newId();
  expect(codeOf(await ask(town.head(cadre), wanted, commandId))).toBe('ok');
  expect(codeOf(await ask(town.head(cadre), wanted, commandId))).toBe('ok');
  expect(editions()).toHaveLength(1);
  expect(codeOf(await ask(town.head(cadre), wanted))).toBe('ok');
  expect(editions()).toHaveLength(2);
});

test('it is good in its year, while the scheme has what stands on it', async () => {
  await ask(town.head(cadre), { fromNumber: 8, toNumber: 9 });
  const [{ checkCode } = { checkCode: '' }] = editions();
  expect(await found(checkCode)).toMatchObject({ document: 'deed-sheet', state: 'newest' });
  const scheme = town.engine.get('schemes', 'v01.1') as unknown as Scheme;
  const items = scheme.items.filter(({ id }) => id !== 'unpaid-public-work');
  await town.engine.set('schemes', 'v01.1', { ...scheme, items });
  expect(await found(checkCode)).toMatchObject({ state: 'older' });
  await town.engine.set('schemes', 'v01.1', { ...scheme });
  expect(await found(checkCode)).toMatchObject({ state: 'newest' });
  town.clock.advanceDays(366);
  expect(await found(checkCode)).toMatchObject({ state: 'older' });
});

test('what may not stand on paper is refused by name, and nothing is kept', async () => {
  const head = town.head(cadre);
  const health = await ask(head, { itemIds: ['village-clean-up', 'blood-donation'] });
  expect(codeOf(health)).toBe('item-not-on-paper');
  expect(messageOf(health)).toContain('无偿献血');
  expect(codeOf(await ask(head, { itemIds: ['no-such-item'] }))).toBe('item-not-found');
  expect(codeOf(await ask(head, { fromNumber: 9000, toNumber: 9001 }))).toBe('no-households');
  expect(codeOf(await ask(head, { villageId: 'v02' }))).toBe('not-yours');
  expect(codeOf(await ask(town.head(9)))).toBe('not-your-job');
  expect(editions()).toEqual([]);
});

test('who records in the village is told what to fill in, in the order of the paper', async () => {
  await ask(town.head(cadre), { fromNumber: 8, toNumber: 9 });
  const [edition] = editions();
  const checkCode = edition?.checkCode ?? '';
  const told = async (who: TestActor) => {
    return (await who.must(documents.findPrinted, { checkCode })).sheet;
  };
  const householdIds = edition?.sheet?.householdIds ?? [];
  expect(householdIds).toHaveLength(2);
  expect(await told(town.head(cadre))).toEqual({ villageId: 'v01', itemIds, householdIds });
  expect(await told(town.head(9))).toBeNull();
  expect(await told(town.as('guest'))).toBeNull();
  town.clock.advanceDays(366);
  expect(await told(town.head(cadre))).toBeNull();
});
