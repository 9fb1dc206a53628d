import { mostHouseholdsNamed } from '../../../src/contracts/limits';
import { endWalk, walkOf, walkOn } from '../../../src/domain/seals/book-check';
import type { AlarmOutcome, BookFault, BookWalk, SealAlarm } from '../../../src/domain/seals/types';

const day = '2026-11-20';
const fault = (householdId: string, sequence = 3): BookFault => ({ householdId, sequence });
const walk = (...faults: BookFault[]): BookWalk => ({
  ...{ day, after: 'h9', households: 9, entries: 90, faults },
});
const alarm = (householdIds: string[], outcome?: AlarmOutcome): SealAlarm => ({
  ...{ villageId: 'v01', number: 1, day, raisedAtMs: 0, badSealDay: null, householdIds },
  state: outcome ? 'settled' : 'open',
  signatures: outcome ? [{ side: 'town', personId: 'p', outcome, atMs: 0 }] : [],
  signature: null,
});
type Before = { last?: BookFault[]; letStand?: BookFault[] };
const ended = (
  now: BookFault[],
  newest: SealAlarm | null,
  { last, letStand = [] }: Before = {},
) => {
  const before = last && { day: '2026-11-19', households: 9, entries: 90, faults: last };
  const { check, toAlarm } = endWalk(
    { villageId: 'v01', last: before ?? null, letStand },
    walk(...now),
    newest,
  );
  const names = (faults: readonly BookFault[]) => faults.map(({ householdId }) => householdId);
  return {
    told: names(toAlarm),
    faults: names(check.last?.faults ?? []),
    stand: names(check.letStand),
  };
};

test.each<[string, BookFault[], SealAlarm | null, Before, ReturnType<typeof ended>]>([
  ['nothing', [], null, {}, { told: [], faults: [], stand: [] }],
  ['a new one', [fault('h1')], null, {}, { told: ['h1'], faults: ['h1'], stand: [] }],
  [
    'one that is being looked into',
    [fault('h1')],
    alarm(['h1']),
    { last: [fault('h1')] },
    { told: [], faults: ['h1'], stand: [] },
  ],
  [
    'one that was said to be put back and is not',
    [fault('h1')],
    alarm(['h1'], 'restored'),
    { last: [fault('h1')] },
    { told: ['h1'], faults: ['h1'], stand: [] },
  ],
  [
    'one that two people let stand',
    [fault('h1')],
    alarm(['h1'], 'kept'),
    { last: [fault('h1')] },
    { told: [], faults: [], stand: ['h1'] },
  ],
  [
    'another entry of a book that was let stand',
    [fault('h1', 2)],
    alarm(['h1'], 'kept'),
    { letStand: [fault('h1', 3)] },
    { told: ['h1'], faults: ['h1'], stand: [] },
  ],
  [
    'one beside what was let stand long ago',
    [fault('h1'), fault('h2')],
    alarm(['h3'], 'kept'),
    { letStand: [fault('h1')] },
    { told: ['h2'], faults: ['h2'], stand: ['h1'] },
  ],
  [
    'one the alarm that was let stand did not name',
    [fault('h2')],
    alarm(['h1'], 'kept'),
    { last: [fault('h2')] },
    { told: ['h2'], faults: ['h2'], stand: [] },
  ],
])('%s', (_name, now, newest, before, expected) => {
  expect(ended(now, newest, before)).toEqual(expected);
});

test('a walk is of one day: what was begun the day before begins anew, what is done stays', () => {
  const begun = { townId: 'town' as const, villageId: 'v01', letStand: [], last: null };
  const fresh = { day, after: null, households: 0, entries: 0, faults: [] };
  expect(walkOf(null, day)).toEqual(fresh);
  expect(walkOf({ ...begun, walk: { ...walk(), day: '2026-11-19' } }, day)).toEqual(fresh);
  expect(walkOf({ ...begun, walk: walk(fault('h1')) }, day)).toEqual(walk(fault('h1')));
  expect(walkOf({ ...begun, walk: null, last: walk() }, day)).toBeNull();
});

test('of very many faults so many are kept as an alarm names', () => {
  const many = Array.from({ length: 70 }, (_, index) => fault(`h${index}`));
  const on = walkOn(walk(), { households: 70, entries: 700, faults: many }, 'h99');
  expect(on).toMatchObject({ households: 79, entries: 790, after: 'h99' });
  expect(on.faults).toHaveLength(mostHouseholdsNamed);
});
