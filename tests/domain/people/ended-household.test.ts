import { living, mustStand } from '../../../src/domain/people/ended-household';
import type { Household } from '../../../src/domain/people/types';
import { refusalOf } from '../kernel/refusal-of';

const merged = { number: 12, ended: { day: '2026-05-01', into: 31 } };
const gone = { number: 12, ended: { day: '2026-05-01', into: null } };

test('nothing new is done in a household that has ended, and where to go instead is said', () => {
  expect(() => mustStand({ number: 12 })).not.toThrow();
  expect(refusalOf(() => mustStand(merged))).toMatchObject({
    code: 'household-ended',
    message: '12号户已经在 2026年5月1日 并入 31号户,这里不能再办新的事。请到 31号户办。',
  });
  expect(refusalOf(() => mustStand(gone))).toMatchObject({
    message: '12号户已经在 2026年5月1日 销户,这里不能再办新的事。请核对户号。',
  });
});

test('among those of a village only the ones that are there are listed', () => {
  const there: Pick<Household, 'number' | 'ended'> = { number: 1 };
  expect(living([there, merged, gone])).toEqual([there]);
});
