import * as fc from 'fast-check';
import type { PointItem } from '../../../src/contracts/scheme';
import { addDays, dayOf } from '../../../src/domain/kernel/time';
import {
  type DeclareCommand,
  type DeclareFacts,
  decideDeclare,
  mustBeAnAllowedDay,
  mustBringEvidence,
  mustNotRecordInConflict,
  noticeClosesAtMs,
} from '../../../src/domain/records/declare';
import type { AllowanceUse, Deed } from '../../../src/domain/scheme/types';
import { refusalOf } from '../kernel/refusal-of';
import { householdWith, itemWith } from './fixture';

const nowMs = Date.parse('2026-11-23T09:00:00+08:00');
const photo = 'cloud://env.bucket/evidence/01-ab_C.jpg';

function factsWith(
  item: Partial<PointItem> = {},
  change: Partial<DeclareFacts> = {},
): DeclareFacts {
  const other = itemWith({ id: 'other', name: '别的' });
  const items = [other, itemWith(item)];
  return {
    scheme: { villageId: 'v01', version: 4, fromDay: '2026-01-01', fields: [], items },
    household: householdWith({}),
    used: { year: [], once: [] },
    ...change,
  };
}

function commandWith(
  deed: Partial<Deed> = {},
  change: Partial<DeclareCommand> = {},
): DeclareCommand {
  return {
    ...{ recordId: 'record-1', personId: 'person-1', byCadre: false, seedHash: 'hash', nowMs },
    involvedIds: ['v01-9'],
    deed: { itemId: 'plant-trees', day: '2026-11-20', photos: [], ...deed },
    ...change,
  };
}

test('a declared deed waits for its check, scored by the scheme in force', () => {
  expect(decideDeclare(factsWith(), commandWith())).toEqual({
    ...{ recordId: 'record-1', villageId: 'v01', householdId: 'v01-1', householdNumber: 1 },
    ...{ householdName: '张*', recorderId: 'person-1', byCadre: false },
    ...{ itemId: 'plant-trees', itemName: '植树治沙', fieldId: 'ecology', schemeVersion: 4 },
    ...{ householdHidden: false, standardText: '植树治沙:每次 5 分', onceOnly: false },
    capText:
      '荣誉分 5,兑换分 5。' +
      '记之前:每户一季合计最多 60 分兑换分,已有 0 分(没入账的也算)。还剩 60 分。',
    spendable: 5,
    ...{ purse: 'both', day: '2026-11-20', units: null, levelName: null, points: 5, note: null },
    ...{ photos: [], location: null, evidenceHeld: false, state: 'waiting-check', open: true },
    ...{ recordedAtMs: nowMs, seedHash: 'hash', draw: null, votes: [] },
    ...{ involvedIds: ['v01-9'], frozen: null, drawDay: null },
    ...{ noticeId: null, noticeOpenedAtMs: null, closesAtMs: null, objectorId: null },
    ...{ objectedAtMs: null, postedAtMs: null, spendableState: 'none' },
    steps: [
      {
        ...{ action: 'declare-deed', by: 'declarer', personId: 'person-1', atMs: nowMs },
        ...{ state: 'waiting-check', reason: null },
      },
    ],
  });
});

test('a cadre’s record says so, and keeps what was seen', () => {
  const item: Partial<PointItem> = {
    ...{ purse: 'honour', householdHidden: true, evidence: 'photo' },
    caps: [{ period: 'once', points: 30 }],
    standard: { kind: 'per-unit', points: 2, unit: '半天', maximumUnits: 9 },
  };
  const location = { latitude: 38.9, longitude: 108.7, accuracyMetres: 20 };
  const deed = { units: 3, note: '挖了渠', photos: [photo, photo], location };
  const record = decideDeclare(factsWith(item), commandWith(deed, { byCadre: true }));
  expect(record).toMatchObject({
    ...{ byCadre: true, purse: 'honour', householdHidden: true, onceOnly: true },
    ...{ units: 3, points: 6, note: '挖了渠', photos: [photo], location, evidenceHeld: true },
  });
  expect(record.steps[0]).toMatchObject({ action: 'record-deed', by: 'cadre' });
});

test('a photo, a note or a place each is evidence that must be erased one day', () => {
  const held = (deed: Partial<Deed>) => decideDeclare(factsWith(), commandWith(deed)).evidenceHeld;
  expect(held({ photos: [photo] })).toBe(true);
  expect(held({ note: '挖了渠' })).toBe(true);
  expect(held({ location: { latitude: 38.9, longitude: 108.7, accuracyMetres: 20 } })).toBe(true);
  expect(held({})).toBe(false);
});

test('the level reached stands on the record', () => {
  const standard = {
    kind: 'levels' as const,
    levels: [{ id: 'tidy', name: '整洁', points: 5 }],
  };
  const record = decideDeclare(factsWith({ standard }), commandWith({ levelId: 'tidy' }));
  expect(record).toMatchObject({ levelName: '整洁', points: 5, units: null });
});

const uploads = { evidence: 'photo' as const };

test('more than the cap leaves is honour alone, and the record says so', () => {
  const record = decideDeclare(
    factsWith({ caps: [{ period: 'month', points: 4 }] }),
    commandWith(),
  );
  expect(record).toMatchObject({ points: 5, spendable: 4 });
  expect(record.capText).toBe(
    '荣誉分 5,兑换分 4。记之前:“植树治沙”一个月最多 4 分兑换分,已有 0 分(没入账的也算)。' +
      '还剩 4 分,超出的 1 分只加荣誉分。',
  );
});

test('nobody is told of without end', () => {
  const use = { recordId: 'r', itemId: 'other', day: '2026-11-20', points: 0 };
  const facts = (uses: AllowanceUse[]) => ({ ...factsWith(), used: { year: uses, once: [] } });
  const some = Array.from({ length: 199 }, () => use);
  const inherited = { ...use, inherited: true as const };
  expect(decideDeclare(facts([...some, inherited]), commandWith()).points).toBe(5);
  expect(refusalOf(() => decideDeclare(facts([...some, use]), commandWith())).code).toBe(
    'too-many-deeds',
  );
});

test.each<[string, DeclareFacts, DeclareCommand, string, string]>([
  [
    'an item the scheme does not know',
    factsWith(),
    commandWith({ itemId: 'none' }),
    'item-not-found',
    '评分办法里没有这一项。请刷新后重新选。',
  ],
  [
    'what only the village records',
    factsWith({ declarers: ['cadre'] }),
    commandWith(),
    'item-not-for-you',
    '“植树治沙”由嘎查村统一记,不用自己申报。没有记上可以找村里问。',
  ],
  [
    'what only households declare',
    factsWith({ declarers: ['resident'] }),
    commandWith({}, { byCadre: true }),
    'item-not-for-you',
    '“植树治沙”要由农户自己申报,不能现场代记。',
  ],
  [
    'a deed without the photo it needs',
    factsWith(uploads),
    commandWith(),
    'photo-needed',
    '“植树治沙”要有照片。请拍一张现场照片再交。',
  ],
  [
    'a file that is no photo of evidence',
    factsWith(),
    commandWith({ photos: [photo, 'cloud://env.bucket/posters/a.jpg'] }),
    'photo-not-yours',
    '有一张照片用不了。请重新拍一张再交。',
  ],
])('refused: %s', (_what, facts, command, code, message) => {
  expect(refusalOf(() => decideDeclare(facts, command))).toMatchObject({ code, message });
});

test('a deed counts from today back to the thirtieth day, and on no day that is none', () => {
  const today = dayOf(nowMs);
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 60 }), (age) => {
      const attempt = () => mustBeAnAllowedDay(addDays(today, -age), nowMs);
      if (age >= 0 && age <= 30) expect(attempt).not.toThrow();
      else expect(refusalOf(attempt).code).toBe('day-not-allowed');
    }),
  );
  expect(() => mustBeAnAllowedDay('2026-10-24', nowMs)).not.toThrow();
  expect(refusalOf(() => mustBeAnAllowedDay('2026-10-23', nowMs))).toEqual({
    code: 'day-not-allowed',
    message: '日期要在 10月24日 到今天之间,请改一下日期。',
    details: { earliestDay: '2026-10-24', latestDay: '2026-11-23' },
  });
  const marchMs = Date.parse('2027-03-05T09:00:00+08:00');
  expect(refusalOf(() => mustBeAnAllowedDay('2027-02-29', marchMs)).code).toBe('day-not-allowed');
  const januaryMs = Date.parse('2027-01-05T09:00:00+08:00');
  expect(refusalOf(() => mustBeAnAllowedDay('2027-01-06', januaryMs)).message).toContain(
    '2026年12月6日',
  );
});

test.each([
  ['cloud://e.b/evidence/a.png', true],
  ['cloud://e.b/evidence/A-9_z.JPEG', true],
  ['cloud://e.b/evidence/a.gif', false],
  ['cloud://e.b/evidence/a.jpg.exe', false],
  ['cloud://e.b/evidence/.jpg', false],
  ['cloud://e.b/evidence/a/b.jpg', false],
  ['cloud://e.b/evidence/a b.jpg', false],
  ['cloud://e.b/my-evidence/a.jpg', false],
  ['evidence/a.jpg', false],
  ['cloud://e.b/evidence/ajpg', false],
])('%s as evidence: %p', (name, accepted) => {
  const attempt = () => mustBringEvidence(itemWith({}), [name]);
  if (accepted) expect(attempt).not.toThrow();
  else expect(refusalOf(attempt).code).toBe('photo-not-yours');
});

test('nobody records their own household or near relatives', () => {
  const mover = {
    personId: 'p',
    ofTheHousehold: false,
    nearRelative: false,
    ownIds: [] as string[],
  };
  expect(() => mustNotRecordInConflict(mover)).not.toThrow();
  expect(refusalOf(() => mustNotRecordInConflict({ ...mover, ofTheHousehold: true }))).toEqual({
    code: 'own-household',
    message: '自己家的不能由自己记。请让另一位同事记,或用“申报”由家里人报。',
  });
  expect(refusalOf(() => mustNotRecordInConflict({ ...mover, nearRelative: true }))).toEqual({
    code: 'near-relative',
    message: '近亲属家的要回避。请让另一位同事来记。',
  });
});

test('a notice runs five whole days, the day it opens not counted', () => {
  const closesAtMs = Date.parse('2026-11-29T00:00:00+08:00');
  expect(noticeClosesAtMs(Date.parse('2026-11-23T00:00:00+08:00'))).toBe(closesAtMs);
  expect(noticeClosesAtMs(Date.parse('2026-11-23T23:59:59+08:00'))).toBe(closesAtMs);
});
