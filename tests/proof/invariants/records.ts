import type { DeedRecord, Notice, RecordState } from '../../../src/domain/records/types';
import { compare, type Data, sum } from './data';

/** The ways a record can move, written down a second time: from → to. */
const legalMoves: Readonly<Record<RecordState, readonly RecordState[]>> = {
  'waiting-check': [
    ...(['withdrawn', 'waiting-draw', 'waiting-review', 'waiting-cosign'] as const),
    'refused-at-check',
  ],
  'waiting-cosign': ['waiting-draw', 'waiting-review', 'refused-at-cosign'],
  'waiting-draw': ['waiting-review'],
  'waiting-review': ['waiting-review', 'waiting-draw', 'waiting-notice', 'refused-at-review'],
  'waiting-notice': ['on-notice'],
  'on-notice': ['objected', 'posted'],
  objected: ['on-notice', 'objection-upheld'],
  // Drawn to be looked at again, and looked at.
  posted: ['posted', 'waiting-reversal'],
  'waiting-reversal': ['posted', 'reversed'],
  reversed: [],
  withdrawn: [],
  'refused-at-check': [],
  'refused-at-cosign': [],
  'refused-at-review': [],
  'objection-upheld': [],
};

function checkSteps({ recordId, state, open, steps }: DeedRecord): string[] {
  const states = ['waiting-check', ...steps.slice(1).map((step) => step.state)] as RecordState[];
  const jumps = states.flatMap((to, index) => {
    const from = states[index - 1];
    return from && !legalMoves[from]?.includes(to) ? [`record ${recordId}: ${from} → ${to}`] : [];
  });
  // What is posted has ended, also where somebody may still find it wrong.
  const ends = state === 'posted' || (legalMoves[state] ?? []).length === 0;
  return [
    ...jumps,
    ...compare(`record ${recordId} first state`, steps[0]?.state, 'waiting-check'),
    ...compare(`record ${recordId} last state`, state, states.at(-1)),
    ...compare(`record ${recordId} open`, open, !ends),
  ];
}

/** Taken back once where it is reversed, and never more than it brought. */
function checkReversal({ recordId, state, points }: DeedRecord, { entriesOf }: Data): string[] {
  const back = [...entriesOf.values()]
    .flat()
    .filter(({ kind, cause }) => kind === 'reverse' && cause.id === recordId);
  const fits = back.every(
    ({ honour, spendable, held }) =>
      [honour, spendable].every((taken) => taken <= 0 && -taken <= points) && held === 0,
  );
  return [
    ...compare(`reversals of ${recordId}`, back.length, state === 'reversed' ? 1 : 0),
    ...(fits ? [] : [`record ${recordId}: more was taken back than it brought`]),
  ];
}

const everPosted: readonly RecordState[] = ['posted', 'waiting-reversal', 'reversed'];

/** A posted record is in the ledger once, as much as it says; any other is not there at all. */
function checkPosting(record: DeedRecord, { entriesOf }: Data): string[] {
  const { recordId, householdId, state, points, spendableState } = record;
  const own = (entriesOf.get(householdId) ?? []).filter(
    ({ cause, kind }) => cause.kind === 'record' && cause.id === recordId && kind !== 'reverse',
  );
  const posted = everPosted.includes(state);
  const spendable = posted && spendableState === 'posted' ? record.spendable : 0;
  const wanted = { honour: posted ? points : 0, spendable };
  const found = {
    honour: sum(own.map((entry) => entry.honour)),
    spendable: sum(own.map((entry) => entry.spendable)),
  };
  const most = record.purse === 'both' ? points : 0;
  const isMore = record.spendable < 0 || record.spendable > most;
  return [
    ...(isMore ? [`record ${recordId} is worth ${most} and brings ${record.spendable}`] : []),
    ...compare(`record ${recordId} in the ledger`, found, wanted),
  ];
}

const outcomes: Partial<Record<RecordState, string[]>> = {
  'on-notice': ['standing'],
  objected: ['objected'],
  'objection-upheld': ['upheld'],
  // The line is marked after its household's transaction; until then it still stands.
  posted: ['posted', 'standing'],
  'waiting-reversal': ['posted', 'standing'],
  reversed: ['posted', 'standing'],
};

function checkNotice(notice: Notice, records: ReadonlyMap<string, DeedRecord>): string[] {
  const name = `notice ${notice.noticeId}`;
  const lines = notice.lines.flatMap(({ recordId, outcome }) => {
    const record = records.get(recordId);
    const state = record?.state ?? 'withdrawn';
    const agrees = outcomes[state]?.includes(outcome) && record?.noticeId === notice.noticeId;
    return agrees ? [] : [`${name}: ${recordId} is ${state} and its line ${outcome}`];
  });
  const waiting = notice.lines.some(({ outcome }) => ['standing', 'objected'].includes(outcome));
  return [...lines, ...compare(`${name} state`, notice.state, waiting ? 'open' : 'closed')];
}

/** What a household took over from another is a deed of somebody, and no more than it was. */
function checkInherited({ allowances }: Data): string[] {
  const uses = allowances.flatMap(({ householdId, uses: all }) =>
    all.map(({ inherited, ...use }) => ({ householdId, inherited, use: JSON.stringify(use) })),
  );
  return uses
    .filter(({ inherited }) => inherited)
    .filter(({ householdId, use }) =>
      uses.some((own) => own.householdId === householdId && !own.inherited && own.use === use),
    )
    .map(({ householdId, use }) => `${householdId} counts ${use} twice`);
}

/** What counts towards the caps is what is pending or posted, no more and no less. */
function checkAllowances({ allowances, records }: Data): string[] {
  const usesOf = (only: (period: string) => boolean) =>
    allowances
      .filter(({ period }) => only(period))
      .flatMap(({ uses, householdId }) =>
        uses
          .filter(({ inherited }) => !inherited)
          .map((use) => `${householdId} ${use.recordId} ${use.points}`),
      )
      .sort();
  const counted = records.filter(({ open, state }) => open || state === 'posted');
  const named = (some: readonly DeedRecord[]) =>
    some
      .map(({ householdId, recordId, spendable }) => `${householdId} ${recordId} ${spendable}`)
      .sort();
  const onceOnly = counted.filter((record) => record.onceOnly);
  return [
    ...compare(
      'uses of all years',
      usesOf((period) => period !== 'once'),
      named(counted),
    ),
    ...compare(
      'uses counted once',
      usesOf((period) => period === 'once'),
      named(onceOnly),
    ),
  ];
}

/** Domain defaults: 60 points a household and quarter, 200 a year to spend; of its own deeds. */
function checkCaps({ allowances }: Data): string[] {
  return allowances
    .filter(({ period }) => period !== 'once')
    .flatMap(({ householdId, period, uses }) => {
      const own = uses.filter(({ inherited }) => !inherited);
      const quarters = [0, 1, 2, 3].map((quarter) =>
        sum(
          own
            .filter(({ onceInALife }) => !onceInALife)
            .filter(({ day }) => Math.floor((Number(day.slice(5, 7)) - 1) / 3) === quarter)
            .map((use) => use.points),
        ),
      );
      const over = Math.max(...quarters) > 60 || sum(own.map((use) => use.points)) > 200;
      return over ? [`${householdId} has ${quarters.join(' + ')} points in ${period}`] : [];
    });
}

/**
 * Each photo that is there was claimed once, by what it shows. What came to nothing may have given
 * its photos to another record of its household.
 */
function checkPhotos({ photos, records }: Data): string[] {
  const claims = (recordId: string) =>
    photos.filter((claim) => 'recordId' in claim && claim.recordId === recordId).length;
  return records.flatMap(({ recordId, photos: own, state }) => {
    const mayBeLess = /^(withdrawn|refused-at-.*)$/.test(state) && claims(recordId) < own.length;
    if (own.length === 0 || mayBeLess) return [];
    return compare(`photos of ${recordId}`, claims(recordId), own.length);
  });
}

/** Records move only along the table, and ledger, notices, caps and photos agree with them. */
export function recordViolations(data: Data): string[] {
  const records = new Map(data.records.map((record) => [record.recordId, record]));
  return [
    ...data.records.flatMap((record) => [
      ...checkSteps(record),
      ...checkPosting(record, data),
      ...checkReversal(record, data),
    ]),
    ...data.notices.flatMap((notice) => checkNotice(notice, records)),
    ...checkAllowances(data),
    ...checkInherited(data),
    ...checkCaps(data),
    ...checkPhotos(data),
  ];
}
