import { decideDeclare } from '../../../src/domain/records/declare';
import { type BroughtPhoto, mustBeUsable } from '../../../src/domain/records/photos';
import type { DeedRecord, RecordState } from '../../../src/domain/records/types';
import { refusalOf } from '../kernel/refusal-of';
import { householdWith, itemWith } from './fixture';

const nowMs = Date.parse('2026-11-23T09:00:00+08:00');

function recordOf(household: string, change: Partial<DeedRecord> = {}): DeedRecord {
  const facts = {
    scheme: {
      villageId: 'v01',
      version: 4,
      fromDay: '2026-01-01',
      fields: [],
      items: [itemWith({})],
    },
    household: householdWith({}),
    used: { year: [], once: [] },
  };
  const deed = { itemId: 'plant-trees', day: '2026-11-20', photos: [] };
  const by = { personId: 'p', byCadre: false, involvedIds: [] };
  const command = { recordId: 'r', ...by, deed, seedHash: 'h', nowMs };
  return { ...decideDeclare(facts, command), householdId: household, ...change };
}

const good: BroughtPhoto = {
  ...{ announced: true, arrived: true, fits: true, isPicture: true, claimant: null },
};
const own = recordOf('own');
const refused = (change: Partial<BroughtPhoto>) =>
  refusalOf(() => mustBeUsable({ ...good, ...change }, own));

test('a photo that is there, small enough, a picture and nobody else’s is evidence', () => {
  expect(() => mustBeUsable(good, own)).not.toThrow();
});

test.each([
  [{ announced: false }, '没有传上来'],
  [{ arrived: false }, '没有传上来'],
  [{ fits: false }, '太大了'],
  [{ isPicture: false }, '打不开'],
])('%p is refused with what to do', (change, words) => {
  expect(refused(change)).toMatchObject({
    code: 'photo-not-yours',
    message: expect.stringMatching(new RegExp(`${words}.*请重新拍一张再交。`)),
  });
});

test('one that shows another deed is refused with where it stands, and nobody’s name', () => {
  const claimant = recordOf('other', { state: 'on-notice', householdName: '张*' });
  expect(refused({ claimant })).toMatchObject({
    code: 'photo-not-yours',
    message:
      '有一张照片已经用在另一条记录上了(“植树治沙”,11月20日的,公示中)。' +
      '一张照片只能给一条记录作证,请换一张照片再交。',
  });
  const hidden = recordOf('other', { householdHidden: true });
  expect(refused({ claimant: hidden }).message).not.toContain('植树治沙');
});

test('what came to nothing gives its photo back to its own household, to nobody else', () => {
  const free: RecordState[] = [
    ...(['withdrawn', 'refused-at-check', 'refused-at-cosign', 'refused-at-review'] as const),
  ];
  for (const state of free) {
    const claimant = recordOf('own', { state });
    expect(() => mustBeUsable({ ...good, claimant }, own)).not.toThrow();
    expect(refused({ claimant: { ...claimant, householdId: 'other' } }).code).toBe(
      'photo-not-yours',
    );
  }
  for (const state of ['waiting-check', 'posted', 'objection-upheld'] as const) {
    expect(refused({ claimant: recordOf('own', { state }) }).code).toBe('photo-not-yours');
  }
});
