import type { Document } from '../../../../local-cloud/engine';
import { endOrder } from './orders';
import { award, lapse, startYear } from './purse';
import type { Written } from './rule';
import {
  accountFrom,
  householdFrom,
  type Model,
  type ModelRecord,
  memberFrom,
  personFrom,
} from './state';

/** Lists of a commit's documents by collection, removed ones apart. */
export type CommitView = {
  written: Written;
  documents(collection: string): (Document & Record<string, never>)[];
  removed(collection: string): string[];
};

/** Spendable points that funds and stock would still back. */
export function backedPointsLeft(model: Model, villageId: string): number {
  let outstanding = 0;
  for (const [householdId, { lots }] of model.accounts) {
    if (!householdId.startsWith(`${villageId}-`)) continue;
    for (const lot of lots.values()) outstanding += lot.free + lot.held;
  }
  let stockFen = 0;
  for (const [shopId, { villageIds }] of model.shops) {
    if (!villageIds.includes(villageId)) continue;
    for (const [stockId, { onHand, costFen }] of model.stock) {
      if (stockId.startsWith(`${shopId}.`)) stockFen += (onHand * costFen) / villageIds.length;
    }
  }
  return Math.floor(((model.funds.get(villageId) ?? 0) + stockFen) / 100) - outstanding;
}

/** What a posting run has done so far, and what backing it can have seen meanwhile. */
export type RunView = {
  posted: Map<string, number>;
  most: Map<string, number>;
  least: Map<string, number>;
};

export function newRunView(): RunView {
  return { posted: new Map(), most: new Map(), least: new Map() };
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
    if (record.villageId !== villageId || record.purse !== 'both') continue;
    const due = record.state === 'on-notice' && record.closesAtMs <= atMs;
    if (due || record.spendable === 'waiting' || record.state === 'posted') points += record.points;
  }
  return points;
}

type StoredRecord = { recordId: string; state: string; spendableState: string };

function postOne(
  model: Model,
  run: RunView,
  record: ModelRecord,
  stored: StoredRecord,
  atMs: number,
) {
  const problems: string[] = [];
  const account = model.accounts.get(record.householdId);
  if (!account) return [`record ${record.recordId} is nobody's`];
  const { villageId, points } = record;
  const spends = record.purse === 'both' && stored.spendableState === 'posted';
  if (record.state === 'on-notice') {
    if (record.closesAtMs > atMs) problems.push(`record ${record.recordId} posted on notice`);
    const wanted = record.purse === 'both' ? ['posted', 'waiting'] : ['none'];
    if (!wanted.includes(stored.spendableState)) {
      problems.push(`record ${record.recordId} is ${stored.spendableState}`);
    }
    award(account, { honour: points, spendable: spends ? points : 0 }, atMs);
  } else {
    const waited = record.state === 'posted' && record.spendable === 'waiting' && spends;
    if (!waited) problems.push(`record ${record.recordId} posted from ${record.state}`);
    award(account, { honour: 0, spendable: points }, atMs);
  }
  const posted = (run.posted.get(villageId) ?? 0) + (spends ? points : 0);
  run.posted.set(villageId, posted);
  if (spends && posted > (run.most.get(villageId) ?? 0)) {
    problems.push(`${villageId} posted ${posted} points that nothing backs`);
  }
  const question = pointsInQuestion(model, villageId, atMs);
  if (stored.spendableState === 'waiting' && question <= (run.least.get(villageId) ?? 0)) {
    problems.push(`record ${record.recordId} waits although all is backed`);
  }
  record.state = stored.state;
  record.spendable = stored.spendableState;
  return problems;
}

/** What one commit of a job did, by the model's own rules: to each household as of its entries. */
export function followJob(model: Model, run: RunView, commit: CommitView): string[] {
  const problems: string[] = [];
  const touched = new Set<string>();
  const entries = commit.documents('entries') as unknown as {
    householdId: string;
    atMs: number;
    kind: string;
  }[];
  const atMsOf = new Map(entries.map(({ householdId, atMs }) => [householdId, atMs]));
  for (const stored of commit.documents('records') as unknown as StoredRecord[]) {
    const record = model.records.get(stored.recordId);
    if (!record) continue;
    const moved = stored.state !== record.state || stored.spendableState !== record.spendable;
    if (!moved) continue;
    touched.add(record.householdId);
    const atMs = atMsOf.get(record.householdId) ?? 0;
    problems.push(...postOne(model, run, record, stored, atMs));
  }
  for (const stored of commit.documents('orders') as unknown as {
    orderId: string;
    state: string;
    endedAtMs: number;
  }[]) {
    const order = model.orders.get(stored.orderId);
    if (!order || stored.state === order.state) continue;
    touched.add(order.householdId);
    const early = order.state !== 'placed' || stored.endedAtMs < order.expiresAtMs;
    if (early || stored.state !== 'expired') {
      problems.push(`order ${order.orderId} went from ${order.state} to ${stored.state}`);
    }
    problems.push(...endOrder(model, order, stored.state, stored.endedAtMs));
  }
  for (const [householdId, atMs] of atMsOf) {
    const account = model.accounts.get(householdId);
    if (!account || touched.has(householdId)) continue;
    lapse(account, atMs);
    startYear(account, atMs);
  }
  problems.push(...forget(model, commit));
  return problems;
}

/** What the night erases: answered requests, and those who only ever asked. */
function forget(model: Model, commit: CommitView): string[] {
  for (const id of commit.removed('join-requests')) model.requests.delete(id);
  for (const id of commit.removed('persons')) {
    const person = model.persons.get(id);
    if (person?.householdId || (person?.roles.length ?? 0) > 0) return [`${id} was forgotten`];
    model.persons.delete(id);
  }
  for (const stored of commit.documents('persons')) {
    const person = model.persons.get(stored._id);
    if (person) model.persons.set(stored._id, { ...person, request: null });
  }
  return [];
}

/** What a register or a new village brings is taken as it was written. */
export function followRun(model: Model, commit: CommitView): string[] {
  for (const stored of commit.documents('households')) {
    model.households.set(stored._id, householdFrom(stored as never));
  }
  for (const stored of commit.documents('members')) {
    model.members.set(stored._id, memberFrom(stored as never));
  }
  for (const stored of commit.documents('persons')) {
    model.persons.set(stored._id, personFrom(stored as never));
  }
  for (const stored of commit.documents('accounts')) {
    const account = accountFrom(stored as never);
    if (model.accounts.has(stored._id) || account.honour !== 100 || account.lots.size > 0) {
      return [`account ${stored._id} was opened with something in it, or twice`];
    }
    model.accounts.set(stored._id, account);
  }
  for (const stored of commit.documents('funds')) model.funds.set(stored._id, 0);
  for (const stored of commit.documents('villages') as unknown as {
    villageId: string;
    name: string;
    openedBy: string;
  }[]) {
    model.villages.set(stored.villageId, { name: stored.name, openedBy: stored.openedBy });
  }
  return [];
}
