import calendar from '../../../config/work/holidays.json';
import after from '../../../config/work/late.json';
import type { Order } from '../../../src/domain/exchange/types';
import type { Account } from '../../../src/domain/ledger/ledger';
import type { EntryRequest } from '../../../src/domain/people/entry/types';
import type { LifeEvent } from '../../../src/domain/people/life/types';
import type { Link } from '../../../src/domain/people/links/types';
import type { OfficeAct } from '../../../src/domain/people/offices/types';
import type { Roll } from '../../../src/domain/people/rolls/types';
import type { EntryCheck, Household, JoinRequest, Member } from '../../../src/domain/people/types';
import type { DeedRecord } from '../../../src/domain/records/types';
import type { Task } from '../../../src/domain/tasks/types';
import { compare, type Data } from './data';

/** What somebody waits for, written down a second time. */
type Wanted = {
  step: string;
  waitsFor: string[];
  not: string[];
  sinceMs: number;
  dueDay: string;
};

const dayMs = 86_400_000;
const startMs = (day: string) => Date.parse(`${day}T00:00:00+08:00`);
const dayOf = (atMs: number) => new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 10);
const nextDay = (day: string) => dayOf(startMs(day) + dayMs);

type Year = { holidays: { from: string; to: string }[]; workdays: string[] };
const years = calendar as Readonly<Record<string, Year>>;

function isOff(day: string): boolean {
  const year = years[day.slice(0, 4)];
  if (year?.workdays.includes(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isHoliday = year?.holidays.some(({ from, to }) => from <= day && day <= to) ?? false;
  return isHoliday || weekday === 0 || weekday === 6;
}

function workingDaysAfter(day: string, count: number): string {
  let [current, left] = [day, count];
  while (left > 0) {
    current = nextDay(current);
    if (!isOff(current)) left -= 1;
  }
  return current;
}

/** Objections run in days, and end on no day off. */
function threeDaysAfter(day: string): string {
  let current = nextDay(nextDay(nextDay(day)));
  while (isOff(current)) current = nextDay(current);
  return current;
}

const household = (id: string) => `household@${id}`;
const people = (...ids: (string | null)[]) => ids.flatMap((id) => (id ? [`person@${id}`] : []));

/** Whoever may not decide on what is about a household. */
function inConflict(of: Household): string[] {
  return [of.householdId, ...of.relativeIds].map(household);
}

function wantedOfRecord(record: DeedRecord, of: Household, isLate: boolean): Wanted | null {
  const { villageId, state, recorderId, objectorId, steps, draw, votes } = record;
  const lastMs = steps.at(-1)?.atMs ?? 0;
  const { byProxy, objectedByProxy } = record;
  const recorders = people(recorderId, byProxy?.secondId ?? null);
  const conflict = [...recorders, ...inConflict(of)];
  const passed = steps.filter(({ action }) => /^(check|cosign|review)-record$/.test(action));
  const checkers = people(...passed.map(({ personId }) => personId));
  const inDays = (sinceMs: number) => {
    return { sinceMs, dueDay: workingDaysAfter(dayOf(sinceMs), 3) };
  };
  const cadre = `cadre@${villageId}`;
  const supervisor = `supervisor@${villageId}`;
  switch (state) {
    case 'waiting-check':
      return { step: 'check-record', waitsFor: [cadre], not: conflict, ...inDays(lastMs) };
    case 'waiting-cosign':
      return { step: 'cosign-record', waitsFor: [supervisor], not: conflict, ...inDays(lastMs) };
    case 'waiting-review': {
      const voted = votes.map(({ personId }) => personId);
      const panel = (draw?.panel ?? []).filter((each) => !voted.includes(each));
      const drawn = panel.map((each) => `panel@${villageId}:${each}`);
      const limits = inDays(draw?.drawnAtMs ?? 0);
      if (!isLate) return { step: 'review-record', waitsFor: drawn, not: conflict, ...limits };
      return { step: 'redraw-panel', waitsFor: [...drawn, cadre], not: conflict, ...limits };
    }
    case 'waiting-notice':
      return { step: 'open-notice', waitsFor: [cadre], not: [], ...inDays(lastMs) };
    case 'objected': {
      // Whoever objects to what they recorded themselves is named once.
      const objectors = people(objectorId, objectedByProxy?.secondId ?? null);
      const not = [...new Set([...recorders, ...checkers, ...objectors, ...inConflict(of)])];
      const dueDay = threeDaysAfter(dayOf(lastMs));
      const waitsFor = [supervisor, ...(isLate ? ['town-admin@town'] : [])];
      return { step: 'answer-objection', waitsFor, not, sinceMs: lastMs, dueDay };
    }
    case 'waiting-reversal': {
      const proposed = steps.at(-1);
      // One of the two stands outside the committee, and one outside the supervisors.
      const by = proposed?.by;
      const village = [
        ...(by === 'cadre' ? [] : [cadre]),
        ...(by === 'supervisor' ? [] : [supervisor]),
      ];
      const first = people(proposed?.personId ?? null);
      const not = [...new Set([...first, ...checkers, ...conflict])];
      const waitsFor = [...village, 'town-admin@town'];
      return { step: 'answer-reversal', waitsFor, not, ...inDays(lastMs) };
    }
    case 'posted': {
      const { recheck } = record;
      if (!recheck || recheck.outcome !== null) return null;
      // Whoever had any hand in it does not look at it again.
      const hands = steps.map(({ personId }) => personId);
      const before = [...recorders, ...people(objectorId, objectedByProxy?.secondId ?? null)];
      const those = [...before, ...people(...hands, ...(draw?.panel ?? [])), ...inConflict(of)];
      const waitsFor = [supervisor, ...(isLate ? ['town-admin@town'] : [])];
      const sinceMs = recheck.askedAtMs;
      const dueDay = workingDaysAfter(dayOf(sinceMs), 10);
      return { step: 'recheck-record', waitsFor, not: [...new Set(those)], sinceMs, dueDay };
    }
    default:
      return null;
  }
}

function wantedOfJoin(
  request: JoinRequest,
  { member, of }: { member: Member | undefined; of: Household | undefined },
  isLate: boolean,
): Wanted | null {
  if (!['waiting', 'agreed'].includes(request.state)) return null;
  const { villageId, personId, householdId, askedAtMs, agreed } = request;
  const isOffice = member?.roles.some(({ role }) => role !== 'resident') ?? false;
  const withOffice = request.withOffice || isOffice;
  const [cadre, supervisor] = [`cadre@${villageId}`, `supervisor@${villageId}`];
  const firsts = withOffice ? [] : [cadre, supervisor];
  // Of two one is of outside the committee, and for an office one is of the town.
  const seconds =
    withOffice && agreed?.as !== 'town-admin'
      ? []
      : [...(agreed?.as === 'cadre' ? [] : [cadre]), supervisor];
  const village = agreed ? seconds : firsts;
  const alsoTown = village.length === 0 || (agreed !== null && isLate);
  const sinceMs = agreed?.atMs ?? askedAtMs;
  return {
    step: 'answer-join',
    waitsFor: [...village, ...(alsoTown ? ['town-admin@town'] : [])],
    not: [
      ...people(personId, agreed?.personId ?? null),
      ...(of ? inConflict(of) : [household(householdId)]),
    ],
    sinceMs,
    dueDay: workingDaysAfter(dayOf(sinceMs), 3),
  };
}

function wantedOfFreeze(
  { frozen }: Account,
  of: Household | undefined,
  isLate: boolean,
): Wanted | null {
  if (!frozen || !of) return null;
  const { byPersonId, atMs, agreed } = frozen;
  // Of two one is of outside the committee.
  const village = [...(agreed?.as === 'cadre' ? [] : ['cadre']), 'supervisor'];
  const sinceMs = agreed?.atMs ?? atMs;
  return {
    step: 'settle-freeze',
    waitsFor: [
      ...village.map((role) => `${role}@${of.villageId}`),
      ...(isLate ? ['town-admin@town'] : []),
    ],
    not: [...people(byPersonId), ...inConflict(of), ...people(agreed?.personId ?? null)],
    sinceMs,
    dueDay: workingDaysAfter(dayOf(sinceMs), 3),
  };
}

function wantedOfAct(act: OfficeAct, of: Household | undefined): Wanted | null {
  if (act.state !== 'proposed') return null;
  const { villageId, role, change, proposed, personId } = act;
  const isElected = ['cadre', 'supervisor', 'panel'].includes(role);
  // One of the two stands outside the committee; the town alone ends no elected office.
  const cadres = proposed.as === 'cadre' ? [] : [`cadre@${villageId}`];
  const supervisors = [`supervisor@${villageId}`];
  // Of the town's offices the supervision is asked where one administrator is left alone.
  const ofTown = act.byLast ? supervisors : [];
  const isVillages = isElected || role === 'keeper';
  const village = isVillages ? [...cadres, ...supervisors] : ofTown;
  const isTheVillages = change === 'end' && isElected && proposed.as === 'town-admin';
  return {
    step: 'answer-office-act',
    waitsFor: [...village, ...(isTheVillages ? [] : ['town-admin@town'])],
    not: [...new Set([...people(proposed.personId, personId), ...(of ? inConflict(of) : [])])],
    sinceMs: proposed.atMs,
    dueDay: workingDaysAfter(dayOf(proposed.atMs), 3),
  };
}

function wantedOfEvent(event: LifeEvent, touched: readonly Household[]): Wanted | null {
  if (event.state !== 'proposed') return null;
  const { villageId, proposed } = event;
  // One of the two stands outside the committee.
  const cadre = proposed.as === 'cadre' ? [] : [`cadre@${villageId}`];
  const near = touched.flatMap(inConflict);
  return {
    step: 'answer-life-event',
    waitsFor: [...cadre, `supervisor@${villageId}`, 'town-admin@town'],
    not: [...people(proposed.personId), ...new Set(near)],
    sinceMs: proposed.atMs,
    dueDay: workingDaysAfter(dayOf(proposed.atMs), 3),
  };
}

/** Each of the household signs a division that is not by heads, but for those who have. */
function wantedOfSigning({ state, change, householdId, proposed, signed = [] }: LifeEvent) {
  if (state !== 'proposed' || change.kind !== 'split') return null;
  if (change.division.how === 'heads') return null;
  return {
    ...{ step: 'sign-life-event', waitsFor: [household(householdId)], sinceMs: proposed.atMs },
    not: people(...signed.map(({ personId }) => personId)),
    dueDay: workingDaysAfter(dayOf(proposed.atMs), 3),
  };
}

function wantedOfRoll({ villageId, state, proposed }: Roll): Wanted | null {
  if (state !== 'proposed') return null;
  // One of the two stands outside the committee.
  const cadre = proposed.as === 'cadre' ? [] : [`cadre@${villageId}`];
  return {
    step: 'answer-roll',
    waitsFor: [...cadre, `supervisor@${villageId}`, 'town-admin@town'],
    not: people(proposed.personId),
    sinceMs: proposed.atMs,
    dueDay: workingDaysAfter(dayOf(proposed.atMs), 3),
  };
}

function wantedOfEntries({ villageId, entered }: EntryCheck): Wanted {
  // One of the two stands outside the committee; a village that begins has only the town.
  const village = [...(entered.as === 'cadre' ? [] : ['cadre']), 'supervisor'];
  return {
    step: 'confirm-entries',
    waitsFor: [...village.map((role) => `${role}@${villageId}`), 'town-admin@town'],
    not: people(entered.personId),
    sinceMs: entered.atMs,
    dueDay: workingDaysAfter(dayOf(entered.atMs), 3),
  };
}

function wantedOfEntryRequest(
  request: EntryRequest,
  of: Household | undefined,
  isLate: boolean,
): Wanted | null {
  const { state, villageId, movedAtMs, personId, agreed, noes } = request;
  const [cadre, supervisor] = [`cadre@${villageId}`, `supervisor@${villageId}`];
  // Of two one is of outside the committee; after an appeal nobody is of it.
  const asked: Partial<Record<typeof state, string[]>> = {
    waiting: [cadre, supervisor],
    agreed: [...(agreed?.as === 'cadre' ? [] : [cadre]), supervisor],
    appealed: [supervisor],
    backed: [supervisor],
  };
  const village = asked[state];
  if (!village) return null;
  const alsoTown = isLate || state === 'backed';
  const before = [agreed?.personId ?? null, ...noes.map((each) => each.personId)];
  return {
    step: 'answer-entry-request',
    waitsFor: [...village, ...(alsoTown ? ['town-admin@town'] : [])],
    not: [...new Set([...people(personId, ...before), ...(of ? inConflict(of) : [])])],
    sinceMs: movedAtMs,
    dueDay: workingDaysAfter(dayOf(movedAtMs), 3),
  };
}

function wantedOfLink(link: Link, of: Household | undefined, isLate: boolean): Wanted | null {
  const { state, villageId, movedAtMs, personId, two, objection, opinion, cutBy } = link;
  if (!of || !['objected', 'proposed', 'cut'].includes(state)) return null;
  const isCut = state === 'cut';
  // Of two of one opinion one is of outside the committee.
  const colleague = state === 'proposed' && opinion?.by.as === 'cadre';
  const village = [...(colleague ? [] : [`cadre@${villageId}`]), `supervisor@${villageId}`];
  const objectors = [objection?.byPersonId ?? null, ...two.map((each) => each.personId)];
  const first = state === 'proposed' ? (opinion?.by.personId ?? null) : null;
  const aside = isCut ? [cutBy?.personId ?? null] : [...objectors, first];
  return {
    step: 'settle-link',
    waitsFor: [...village, ...(isCut || isLate ? ['town-admin@town'] : [])],
    not: [...new Set([...people(personId, ...aside), ...inConflict(of)])],
    sinceMs: movedAtMs,
    dueDay: workingDaysAfter(dayOf(movedAtMs), 3),
  };
}

function wantedOfOrder(order: Order): Wanted | null {
  if (order.state !== 'placed') return null;
  const { householdId, shopId, placedAtMs, expiresAtMs } = order;
  return {
    step: 'open-pickup',
    waitsFor: [household(householdId), `keeper@${shopId}`],
    not: [],
    sinceMs: placedAtMs,
    dueDay: dayOf(expiresAtMs - 1),
  };
}

const levels = ['on-time', 'person', 'village', 'town'];

/** Who else sees it: nobody, nobody, the village, the town as well. */
function lateFor(task: Task): string[] {
  const village = ['cadre', 'supervisor'].map((role) => `late:${role}@${task.villageId}`);
  const seen = [[], [], village, [...village, 'late:town-admin@town']];
  return seen[levels.indexOf(task.late)] ?? [];
}

/** When it becomes as late as that; after the last never. */
function boundariesOf({ kind, dueDay }: Task): number[] {
  if (kind === 'order' || kind === 'signing') return [];
  return [0, after.villageAfterWorkingDays, after.townAfterWorkingDays].map(
    (days) => startMs(workingDaysAfter(dueDay, days)) + dayMs,
  );
}

const sorted = (keys: readonly string[]) => [...keys].sort();

function checkTask(id: string, task: Task, wanted: Wanted): string[] {
  const name = `task ${id}`;
  const [kind, ...rest] = id.split('.');
  const boundaries = boundariesOf(task);
  const nextMs = boundaries[levels.indexOf(task.late)];
  return [
    ...compare(`${name} is of`, [task.kind, task.subjectId], [kind, rest.join('.')]),
    ...compare(`${name} step`, task.step, wanted.step),
    ...compare(`${name} waits for`, sorted(task.waitsFor), sorted(wanted.waitsFor)),
    ...compare(`${name} leaves out`, sorted(task.not), sorted(wanted.not)),
    ...compare(`${name} since`, task.sinceMs, wanted.sinceMs),
    ...compare(`${name} due`, task.dueDay, wanted.dueDay),
    ...compare(`${name} due until`, task.dueMs, startMs(wanted.dueDay) + dayMs),
    ...compare(`${name} shown to`, task.shownTo, [...task.waitsFor, ...lateFor(task)]),
    ...compare(`${name} turn`, task.turn, `${String(task.sinceMs).padStart(13, '0')}.${id}`),
    ...compare(`${name} becomes later`, task.escalates, nextMs !== undefined),
    ...(task.escalates ? compare(`${name} later at`, task.nextMs, nextMs) : []),
  ];
}

export type Subject = { id: string; wantedOf(isLate: boolean): Wanted | null };

/** Whether the task of one document is what the document says. */
export function taskProblems({ id, wantedOf }: Subject, task: Task | null | undefined): string[] {
  const wanted = wantedOf(task ? task.late !== 'on-time' : false);
  if (!wanted) return task ? [`task ${id} waits for nobody any more`] : [];
  return task ? checkTask(id, task, wanted) : [`task ${id} is missing: ${wanted.step}`];
}

export type Registers = {
  householdOf(householdId: string): Household | undefined;
  memberOf(memberId: string): Member | undefined;
};

export function recordSubject(record: DeedRecord, { householdOf }: Registers): Subject {
  const wantedOf = (isLate: boolean) => {
    const of = householdOf(record.householdId);
    return of ? wantedOfRecord(record, of, isLate) : null;
  };
  return { id: `record.${record.recordId}`, wantedOf };
}

export function joinSubject(request: JoinRequest, { memberOf, householdOf }: Registers): Subject {
  const { memberId, householdId } = request;
  const wantedOf = (isLate: boolean) =>
    wantedOfJoin(request, { member: memberOf(memberId), of: householdOf(householdId) }, isLate);
  return { id: `join.${request.joinRequestId}`, wantedOf };
}

export function orderSubject(order: Order): Subject {
  return { id: `order.${order.orderId}`, wantedOf: () => wantedOfOrder(order) };
}

export function freezeSubject(account: Account, { householdOf }: Registers): Subject {
  const { householdId } = account;
  const wantedOf = (isLate: boolean) => wantedOfFreeze(account, householdOf(householdId), isLate);
  return { id: `freeze.${householdId}`, wantedOf };
}

export function actSubject(act: OfficeAct, { householdOf }: Registers): Subject {
  const wantedOf = () => wantedOfAct(act, householdOf(act.householdId ?? ''));
  return { id: `office.${act.officeActId}`, wantedOf };
}

export function eventSubject(event: LifeEvent, { householdOf }: Registers): Subject {
  const touched = event.householdIds.flatMap((id) => householdOf(id) ?? []);
  return { id: `life.${event.lifeEventId}`, wantedOf: () => wantedOfEvent(event, touched) };
}

export function signingSubject(event: LifeEvent): Subject {
  return { id: `signing.${event.lifeEventId}`, wantedOf: () => wantedOfSigning(event) };
}

export function rollSubject(roll: Roll): Subject {
  return { id: `roll.${roll.rollId}`, wantedOf: () => wantedOfRoll(roll) };
}

export function entriesSubject(check: EntryCheck): Subject {
  return { id: `entries.${check.villageId}`, wantedOf: () => wantedOfEntries(check) };
}

export function entryRequestSubject(request: EntryRequest, { householdOf }: Registers): Subject {
  const wantedOf = (isLate: boolean) =>
    wantedOfEntryRequest(request, householdOf(request.householdId ?? ''), isLate);
  return { id: `entry-request.${request.entryRequestId}`, wantedOf };
}

export function linkSubject(link: Link, { householdOf }: Registers): Subject {
  const wantedOf = (isLate: boolean) => wantedOfLink(link, householdOf(link.householdId), isLate);
  return { id: `link.${link.linkId}`, wantedOf };
}

/** At every moment the tasks are what all that has a workflow waits for. */
export function taskViolations(data: Data): string[] {
  const { records, joinRequests, orders, accounts, officeActs, lifeEvents, rolls } = data;
  const { entryChecks, entryRequests, links, tasks, households, members } = data;
  const householdOf = new Map(households.map((each) => [each.householdId, each]));
  const memberOf = new Map(members.map((each) => [each.memberId, each]));
  const registers: Registers = {
    householdOf: (id) => householdOf.get(id),
    memberOf: (id) => memberOf.get(id),
  };
  const subjects = [
    ...records.map((record) => recordSubject(record, registers)),
    ...joinRequests.map((request) => joinSubject(request, registers)),
    ...orders.map(orderSubject),
    ...accounts.map((account) => freezeSubject(account, registers)),
    ...officeActs.map((act) => actSubject(act, registers)),
    ...lifeEvents.map((event) => eventSubject(event, registers)),
    ...lifeEvents.map(signingSubject),
    ...entryChecks.map(entriesSubject),
    ...rolls.map(rollSubject),
    ...links.map((link) => linkSubject(link, registers)),
    ...entryRequests.map((request) => entryRequestSubject(request, registers)),
  ];
  const taskOf = new Map(tasks.map((task) => [task.taskId, task]));
  const known = new Set(subjects.map(({ id }) => id));
  return [
    ...subjects.flatMap((subject) => taskProblems(subject, taskOf.get(subject.id))),
    ...tasks.flatMap(({ taskId }) => (known.has(taskId) ? [] : [`task ${taskId} is of nothing`])),
  ];
}
