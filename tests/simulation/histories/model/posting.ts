import type { AtRest, JobRule, RunView } from './job-rule';
import { award, freeLots, keepThirtyDays, moveLots, startYear } from './purse';
import type { Model, ModelAccount, ModelRecord } from './state';

/** Spendable points that funds, and goods that were paid for, would still back. */
export function backedPointsLeft(model: Model, villageId: string): number {
  let outstanding = 0;
  for (const [householdId, { lots }] of model.accounts) {
    if (model.households.get(householdId)?.villageId !== villageId) continue;
    for (const lot of lots.values()) outstanding += lot.free + lot.held;
  }
  const { balance, spent } = model.funds.get(villageId) ?? { balance: 0, spent: 0 };
  let onShelves = 0;
  let paid = spent;
  for (const [shopId, { villageIds }] of model.shops) {
    if (!villageIds.includes(villageId)) continue;
    for (const [stockId, { worth, givenWorth, lostWorth }] of model.stock) {
      if (!stockId.startsWith(`${shopId}.`)) continue;
      onShelves += worth / villageIds.length;
      paid -= (givenWorth + (lostWorth > 0 ? lostWorth : 0)) / villageIds.length;
    }
  }
  // Goods that nobody booked money for back nothing.
  const goods = paid < onShelves ? Math.max(0, paid) : onShelves;
  return Math.floor((balance + goods) / 100) - outstanding;
}

const waitingIn = (model: Model) =>
  [...model.records.values()].filter(
    // What may be taken back waits for that first.
    ({ spendable, state }) => spendable === 'waiting' && state === 'posted',
  );

export function newRunView(model: Model): RunView {
  const waitedBefore = new Set(waitingIn(model).map(({ recordId }) => recordId));
  const of = () => new Map<string, number>();
  return {
    ...{ posted: of(), most: of(), least: of() },
    ...{ waitedBefore, given: new Set(), left: new Set() },
  };
}

/** Called when a run begins and after each commit while it runs. */
export function observe(model: Model, run: RunView): void {
  for (const villageId of model.villages.keys()) {
    const left = backedPointsLeft(model, villageId) + (run.posted.get(villageId) ?? 0);
    run.most.set(villageId, Math.max(left, run.most.get(villageId) ?? left));
    run.least.set(villageId, Math.min(left, run.least.get(villageId) ?? left));
  }
}

/** Points of a village's records that a run may have had to weigh. */
function pointsInQuestion(model: Model, villageId: string, atMs: number): number {
  let points = 0;
  for (const record of model.records.values()) {
    if (record.villageId !== villageId || record.spends === 0) continue;
    const due = record.state === 'on-notice' && record.closesAtMs <= atMs;
    if (due || record.spendable === 'waiting' || record.state === 'posted') points += record.spends;
  }
  return points;
}

type StoredRun = {
  villageId: string;
  decisions: number;
  decision: { records: { recordId: string }[] } | null;
  owed: unknown[];
};

/** Whose view of the town a decision was made from, for each record and while it is open. */
type Decisions = { ofRecord: Map<string, RunView>; open: Map<string, RunView> };
const made = new WeakMap<Model, Decisions>();

function decisionsOf(model: Model): Decisions {
  const known = made.get(model) ?? { ofRecord: new Map(), open: new Map() };
  made.set(model, known);
  return known;
}

/** Whoever decided sees the town change until that is carried out, though they are cut off. */
export function observeDecisions(model: Model): void {
  for (const run of decisionsOf(model).open.values()) observe(model, run);
}

function followDecision(model: Model, run: RunView, stored: StoredRun): string[] {
  const { ofRecord, open } = decisionsOf(model);
  const { villageId, decision, owed } = stored;
  const before = open.get(villageId);
  if (decision) {
    for (const { recordId } of decision.records) ofRecord.set(recordId, run);
    open.set(villageId, run);
    return before ? [`${villageId} is decided anew while a decision stands`] : [];
  }
  open.delete(villageId);
  return before && owed.length === 0 ? passedOver(model, before) : [];
}

type StoredRecord = { recordId: string; state: string; spendableState: string };

/** Problems of one record's move, before the model moves it. */
function movesRightly(record: ModelRecord, stored: StoredRecord, atMs: number): string[] {
  const name = `record ${record.recordId}`;
  if (record.state !== 'on-notice') {
    const waited = record.state === 'posted' && record.spendable === 'waiting';
    return waited && stored.spendableState === 'posted' ? [] : [`${name} from ${record.state}`];
  }
  const wanted = record.spends > 0 ? ['posted', 'waiting'] : ['none'];
  return [
    ...(record.closesAtMs > atMs ? [`${name} posted on notice`] : []),
    ...(wanted.includes(stored.spendableState) ? [] : [`${name} is ${stored.spendableState}`]),
  ];
}

type Amount = { honour: number; spendable: number };

/**
 * Where its household has become part of another, what is posted goes on to that one, with its
 * years; where nobody is left it stays for thirty days.
 */
function awardWhereItCounts(model: Model, first: ModelAccount, amount: Amount, atMs: number): void {
  award(first, amount, atMs);
  let account = first;
  for (;;) {
    const into = model.accounts.get(account.ended?.into ?? '');
    if (!into) break;
    startYear(into, atMs);
    account.honour -= amount.honour;
    into.honour += amount.honour;
    moveLots(account, into, freeLots(account));
    account = into;
  }
  if (account.ended) keepThirtyDays(account, atMs);
}

function postOne(model: Model, record: ModelRecord, stored: StoredRecord, atMs: number): string[] {
  const problems = movesRightly(record, stored, atMs);
  const account = model.accounts.get(record.householdId);
  if (!account) return [`record ${record.recordId} is nobody's`];
  const run = decisionsOf(model).ofRecord.get(record.recordId);
  if (!run) return [`record ${record.recordId} was posted and nobody had decided that`];
  const { recordId, villageId, points } = record;
  const isSpent = record.spends > 0 && stored.spendableState === 'posted';
  const spendable = isSpent ? record.spends : 0;
  const honour = record.state === 'on-notice' ? points : 0;
  if (record.state === 'on-notice') record.postedAtMs = atMs;
  awardWhereItCounts(model, account, { honour, spendable }, atMs);
  const posted = (run.posted.get(villageId) ?? 0) + spendable;
  run.posted.set(villageId, posted);
  if (isSpent) run.given.add(recordId);
  if (isSpent) record.spendableAtMs = atMs;
  if (isSpent && posted > (run.most.get(villageId) ?? 0)) {
    problems.push(`${villageId} posted ${posted} points that nothing backs`);
  }
  const waits = stored.spendableState === 'waiting';
  if (waits) run.left.add(recordId);
  if (waits && pointsInQuestion(model, villageId, atMs) <= (run.least.get(villageId) ?? 0)) {
    problems.push(`record ${recordId} waits although all is backed`);
  }
  record.state = stored.state;
  record.spendable = stored.spendableState;
  return problems;
}

const follow: JobRule['follow'] = (model, run, commit, atMs) => {
  const runs = commit.documents('posting-runs') as unknown as StoredRun[];
  const records = commit.documents('records') as unknown as StoredRecord[];
  const posted = records.flatMap((stored) => {
    const record = model.records.get(stored.recordId);
    if (!record) return [];
    // Drawn for, of a tick, is another job's.
    if (record.state === 'waiting-draw' || stored.state === 'waiting-review') return [];
    const moved = stored.state !== record.state || stored.spendableState !== record.spendable;
    return moved ? postOne(model, record, stored, atMs) : [];
  });
  return [...runs.flatMap((stored) => followDecision(model, run, stored)), ...posted];
};

/** In which order points that wait are given: by the posting of their honour points. */
const turnOf = ({ postedAtMs, recordId }: ModelRecord) => `${postedAtMs} ${recordId}`;

/** Whether somebody was certainly to be served before somebody else of their village. */
function comesBefore(run: RunView, first: ModelRecord, second: ModelRecord): boolean {
  if (first.villageId !== second.villageId) return false;
  const [firstWaited, secondWaited] = [first, second].map(({ recordId }) =>
    run.waitedBefore.has(recordId),
  );
  if (firstWaited !== secondWaited) return firstWaited === true;
  if (firstWaited) return turnOf(first) < turnOf(second);
  if (first.noticeId === second.noticeId) return first.line < second.line;
  return first.closesAtMs < second.closesAtMs;
}

/**
 * Strictly in order: where a decision was carried out, nobody it gave points to had somebody before
 * them whom it left waiting.
 */
function passedOver(model: Model, run: RunView): string[] {
  const records = (ids: Iterable<string>) => [...ids].flatMap((id) => model.records.get(id) ?? []);
  const left = records(new Set([...run.waitedBefore, ...run.left])).filter(
    ({ recordId, spendable, state }) =>
      spendable === 'waiting' && state === 'posted' && !run.given.has(recordId),
  );
  return left.flatMap((waiting) =>
    records(run.given)
      .filter((given) => comesBefore(run, waiting, given))
      .map((given) => `record ${given.recordId} was served before ${waiting.recordId}`),
  );
}

/** Of each village the first that waits must be more than is backed: nobody passes it. */
function waitsThoughBacked(model: Model): string[] {
  const waiting = waitingIn(model).sort((left, right) => (turnOf(left) < turnOf(right) ? -1 : 1));
  return [...model.villages.keys()].flatMap((villageId) => {
    const first = waiting.find((record) => record.villageId === villageId);
    if (!first || first.points > backedPointsLeft(model, villageId)) return [];
    return [`record ${first.recordId} waits for points that are backed`];
  });
}

type StoredNotice = { noticeId: string; lines: { recordId: string; outcome: string }[] };

function leaves({ model, find, atMs }: AtRest): string[] {
  const overdue = [...model.records.values()].filter(
    ({ state, closesAtMs }) => state === 'on-notice' && closesAtMs <= atMs,
  );
  const standing = (find('notices') as unknown as StoredNotice[]).flatMap(({ noticeId, lines }) =>
    lines
      .filter(({ recordId, outcome }) => {
        const posted = model.records.get(recordId)?.state === 'posted';
        return posted && outcome === 'standing';
      })
      .map(({ recordId }) => `record ${recordId} is posted and stands on notice ${noticeId}`),
  );
  return [
    ...overdue.map(({ recordId }) => `record ${recordId} is still on a notice that has closed`),
    ...standing,
    ...waitsThoughBacked(model),
  ];
}

export const closeNotices: JobRule = {
  writes: ['records', 'accounts', 'entries', 'notices', 'posting-runs', 'messages'],
  follow,
  leaves,
};
