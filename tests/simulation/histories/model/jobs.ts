import { dayOf, endOf, quarterOf, yearOf } from './days';
import { drawPanels, nightHashOf, type StoredNight } from './draw';
import type { CommitView, JobRule, RunView } from './job-rule';
import { eraseExpired } from './night';
import { endOrder, scanStands } from './orders';
import { closeNotices } from './posting';
import { lapse, startYear } from './purse';
import type { Model } from './state';

type StoredOrder = { orderId: string; state: string; endedAtMs: number };

const expireOrders: JobRule = {
  writes: ['orders', 'stock', 'movements', 'accounts', 'entries', 'tasks', 'messages'],
  follow: (model, _, commit, atMs) =>
    (commit.documents('orders') as unknown as StoredOrder[]).flatMap((stored) => {
      const order = model.orders.get(stored.orderId);
      if (!order || stored.state === order.state) return [];
      const early = order.state !== 'placed' || atMs < order.expiresAtMs || scanStands(order, atMs);
      const wrong = early || stored.state !== 'expired' || stored.endedAtMs !== atMs;
      return [
        ...(wrong ? [`order ${order.orderId} went from ${order.state} to ${stored.state}`] : []),
        ...endOrder(model, order, stored.state, atMs),
      ];
    }),
  leaves: ({ model, atMs }) =>
    [...model.orders.values()]
      .filter((order) => order.state === 'placed' && order.expiresAtMs <= atMs)
      .filter((order) => !scanStands(order, atMs))
      .map(({ orderId }) => `order ${orderId} is past its last day`),
};

const lapsePoints: JobRule = {
  writes: ['accounts', 'entries', 'messages'],
  follow(model, _, commit, atMs) {
    // Of a tick, entries that come with a record or an order are another job's.
    if (['records', 'orders'].some((name) => commit.collections.has(name))) return [];
    const entries = commit.documents('entries') as unknown as { householdId: string }[];
    for (const { householdId } of entries) {
      const account = model.accounts.get(householdId);
      if (!account) return [`${householdId} has no account`];
      lapse(account, atMs);
      startYear(account, atMs);
    }
    return [];
  },
  leaves: ({ model, atMs }) =>
    [...model.accounts].flatMap(([householdId, { lots, honourYear, ended }]) => [
      ...[...lots]
        .filter(([lastDay, { free }]) => free > 0 && endOf(lastDay) <= atMs)
        .map(([lastDay]) => `${householdId} has points of ${lastDay}`),
      ...(!ended && honourYear < yearOf(dayOf(atMs))
        ? [`${householdId} is still in ${honourYear}`]
        : []),
    ]),
};

const sealDay: JobRule = {
  writes: ['seals', 'rollups'],
  leaves({ model, find, atMs }) {
    const day = dayOf(atMs);
    const quarter = `${yearOf(day)}-Q${quarterOf(day)}`;
    const sealed = new Set(find('seals').map(({ _id }) => _id));
    const told = new Map(
      find('rollups').map(({ _id, seal }) => [_id, (seal as { day: string }).day]),
    );
    return [...model.villages.keys()].flatMap((villageId) => [
      ...(sealed.has(`${villageId}.${day}`) ? [] : [`${villageId} has no seal of ${day}`]),
      ...(told.get(`${villageId}.${quarter}`) === day ? [] : [`${villageId} has no totals`]),
    ]);
  },
};

type StoredCheck = { villageId: string; last: { day: string } | null };

/** Books are sound in a history: an alarm over them would be a write that is none of its own. */
const verifyBooks: JobRule = {
  writes: ['book-checks'],
  leaves({ model, find, atMs }) {
    const checks = find('book-checks') as unknown as StoredCheck[];
    const walked = new Map(checks.map(({ villageId, last }) => [villageId, last?.day]));
    return [...model.villages.keys()]
      .filter((villageId) => walked.get(villageId) !== dayOf(atMs))
      .map((villageId) => `the books of ${villageId} were not looked through`);
  },
};

/** Who is waited for is looked at with each commit; here, that it says how late it is. */
const escalateTasks: JobRule = {
  writes: ['tasks'],
  leaves: ({ find, atMs }) =>
    find('tasks')
      .filter(({ escalates, nextMs }) => escalates === true && (nextMs as number) <= atMs)
      .map(({ _id, late }) => `task ${_id} is later than ${late}`),
};

/** There is one key in a history: nobody has to move. */
const movePersons: JobRule = { writes: [], leaves: () => [] };

type StoredRecheck = { villageId: string; month: string; pool: object[]; drawn: object[] };

/** One of twenty of a month that is over, once; it moves neither points nor a record's state. */
const drawRechecks: JobRule = {
  writes: ['rechecks', 'nights', 'records', 'tasks', 'messages'],
  follow(model, _, commit) {
    const nights = commit.documents('nights') as unknown as StoredNight[];
    for (const night of nights) model.nights.set(night.day, nightHashOf(night));
    const rechecks = commit.documents('rechecks') as unknown as StoredRecheck[];
    return rechecks.flatMap(({ villageId, month, pool, drawn }) => {
      const wanted = Math.ceil(pool.length * 0.05);
      if (drawn.length === 0 || drawn.length === wanted) return [];
      return [`${drawn.length} of ${pool.length} were drawn for ${villageId} in ${month}`];
    });
  },
  leaves({ model, find, atMs }) {
    const [year = 0, month = 0] = dayOf(atMs).split('-').map(Number);
    const before = new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
    const frozen = new Set(find('rechecks').map(({ _id }) => _id));
    return [...model.villages.keys()]
      .filter((villageId) => !frozen.has(`${villageId}.${before}`))
      .map((villageId) => `${before} of ${villageId} is not to be looked at again`);
  },
};

const named: Readonly<Record<string, JobRule>> = {
  'close-notices': closeNotices,
  'expire-orders': expireOrders,
  'lapse-points': lapsePoints,
  'seal-day': sealDay,
  'verify-books': verifyBooks,
  'draw-panels': drawPanels,
  'draw-rechecks': drawRechecks,
  'erase-expired': eraseExpired,
  'escalate-tasks': escalateTasks,
  'move-persons': movePersons,
};

/** Each of its commits is one of a job it runs, or says how far that job is. */
const tick: JobRule = {
  writes: ['job-runs', ...Object.values(named).flatMap(({ writes }) => writes)],
  follow: (model, run, commit, atMs) =>
    Object.values(named).flatMap(({ follow }) => follow?.(model, run, commit, atMs) ?? []),
  leaves: ({ find }) =>
    find('job-runs')
      .filter(({ running, failed }) => running === true || failed === true)
      .map(({ _id }) => `${_id} was begun and has not ended`),
};

/** A job that is added fails the run until it is here. */
export const jobRules: Readonly<Record<string, JobRule>> = { ...named, tick };

/** What one commit of a job did, by the model's own rules. */
export function followJob(
  model: Model,
  job: { action: string; run: RunView },
  commit: CommitView,
  atMs: number,
): string[] {
  const rule = jobRules[job.action];
  if (!rule) return ['the model does not know this job'];
  const strange = [...commit.collections].filter((collection) => !rule.writes.includes(collection));
  return [
    ...strange.map((collection) => `wrote to ${collection}`),
    ...(rule.follow?.(model, job.run, commit, atMs) ?? []),
  ];
}
