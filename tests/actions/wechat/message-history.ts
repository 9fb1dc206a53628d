import type { Store } from '../../../cloudfunctions/runtime/store/store';
import { people, points } from '../../../src/contracts';
import { templateName } from '../../../src/contracts/messages';
import type { Message } from '../../../src/domain/messages/types';
import type { Household, Person } from '../../../src/domain/people/types';
import type { DeedRecord } from '../../../src/domain/records/types';
import { openProofTown, type ProofTown } from '../../proof/town';
import { letTheDrawFall } from '../../support/draw';
import { type Random, randomFrom } from '../../support/random';

/** Where a process dies: at so many calls from now, counted down; null lives on. */
type Death = { inCalls: number | null };

/** Dies before a call, or behind it once it stands; whatever comes then fails as well. */
function mortal(store: Store, death: Death): Store {
  const step = async <R>(work: () => Promise<R>): Promise<R> => {
    const dies = () => {
      if (death.inCalls === null) return false;
      death.inCalls -= 1;
      return death.inCalls < 0;
    };
    if (dies()) throw new Error('killed');
    const result = await work();
    if (dies()) throw new Error('killed');
    return result;
  };
  return {
    get: (name, id) => step(() => store.get(name, id)),
    query: (name, query) => step(() => store.query(name, query)),
    transact: (callback, how) => step(() => store.transact(callback, how)),
  };
}

export type History = { violations: string[]; sent: number; moves: number; killed: number };

type Scene = { town: ProofTown; random: Random; death: Death; violations: string[] };

const living = Array.from({ length: 15 }, (_, index) => index + 1);
const items = ['errand-for-neighbour', 'military-service'];

function recordsIn(town: ProofTown, ...states: string[]): DeedRecord[] {
  const all = town.engine.find('records') as unknown as DeedRecord[];
  return all.filter(({ state }) => states.includes(state));
}

async function allow({ town, random }: Scene, number = random.pick(living)): Promise<void> {
  const actor = town.head(number);
  const accepted = templateName.options.filter(() => random.chance(0.6)).slice(0, 3);
  // Now and then a phone says more than WeChat knows of.
  const isTrue = random.chance(0.9);
  for (const name of accepted) if (isTrue) town.postOffice.give(actor.openid, `template-${name}`);
  await actor.call(people.addTickets, { accepted: accepted });
}

async function decide({ town, random }: Scene): Promise<void> {
  const [record] = recordsIn(town, 'waiting-check');
  if (!record) return;
  const input = { recordId: record.recordId, accept: random.chance(0.7), reason: '差一张照片' };
  await town.head(random.pick([2, 3])).call(points.checkRecord, input);
}

async function vote({ town, random }: Scene): Promise<void> {
  const [record] = recordsIn(town, 'waiting-review');
  if (!record) return;
  const { recordId } = record;
  const member = random.pick(town.panelOf(recordId));
  await member.call(points.reviewRecord, { recordId, accept: random.chance(0.8), reason: '不像' });
}

async function notice({ town }: Scene): Promise<void> {
  const [record] = recordsIn(town, 'waiting-notice');
  if (!record) return;
  const input = { villageId: 'v01', recordIds: [record.recordId] };
  await town.head(3).call(points.openNotice, input);
}

async function object({ town, random }: Scene): Promise<void> {
  const record = recordsIn(town, 'on-notice').find(({ objectorId }) => objectorId === null);
  if (!record) return;
  const { recordId } = record;
  await town.head(random.pick(living)).call(points.objectToRecord, { recordId, reason: '没看到' });
}

async function answer({ town, random }: Scene): Promise<void> {
  const [record] = recordsIn(town, 'objected');
  if (!record) return;
  const input = { recordId: record.recordId, uphold: random.chance(0.5), reason: '核对过' };
  await town.head(4).call(points.answerObjection, input);
}

/** Somebody's offices end: what those hear is not theirs any more. */
async function leaveOffice({ town, random }: Scene): Promise<void> {
  if (!random.chance(0.2)) return;
  const { openid } = town.head(random.pick([2, 4]));
  const person = town.engine.find('persons').find((each) => each.openid === openid);
  if (!person) return;
  const { _id, ...same } = person as unknown as Person & { _id: string };
  const roles = same.roles.filter(({ role }) => role === 'resident');
  await town.store.transact(async (tx) => tx.set('persons', _id, { ...same, roles }));
}

const moves: ((scene: Scene) => Promise<unknown> | null)[] = [
  (scene) => allow(scene),
  (scene) => allow(scene),
  ({ town, random }) => town.declare(random.pick([8, 9, 10]), random.pick(items)).catch(() => null),
  decide,
  decide,
  vote,
  vote,
  vote,
  notice,
  object,
  answer,
  leaveOffice,
  // One: what the shop is told does not say which.
  ({ town }) => (town.engine.find('orders').length > 0 ? null : town.order(8)),
  ({ town, random }) =>
    random.chance(0.1) ? town.head(random.pick([9, 15])).call(people.eraseMe, {}) : null,
  async ({ town }) => {
    town.clock.advanceDays(2);
    await letTheDrawFall(town);
    await town.timer('jobs', 'close-notices');
  },
];

/** Whom a message about a record must not reach, worked out without the product's own rules. */
function mayHear({ town }: Scene, openid: string, page: string, what: string): string | null {
  const person = town.engine.find('persons').find((each) => each.openid === openid) as never as
    | Person
    | undefined;
  if (!person) return 'somebody who is not there any more';
  const recordId = /recordId=(\w+)$/.exec(page)?.[1] ?? '';
  const record = town.engine.get('records', recordId) as unknown as DeedRecord | null;
  if (!record) return null;
  const of = town.engine.get('households', record.householdId) as unknown as Household;
  const isNear = [of.householdId, ...of.relativeIds].includes(person.householdId ?? '');
  const roles = person.roles.map(({ role }) => role);
  const needs: Record<string, string> = {
    核对: 'cadre',
    公示: 'cadre',
    评议: 'panel',
    答复异议: 'supervisor',
  };
  const role = needs[what];
  if (!role) {
    const isTheirs = person.householdId === record.householdId;
    return isTheirs || record.objectorId === person.personId ? null : `a stranger: ${what}`;
  }
  if (!roles.includes(role as never)) return `${what} without being ${role}`;
  // Who opens a notice decides nothing.
  const isApart = what === '公示' || (!isNear && record.recorderId !== person.personId);
  return isApart ? null : `${what} of somebody near`;
}

function look(scene: Scene, from: number): void {
  const { town, violations } = scene;
  for (const { openid, page, data } of town.postOffice.sent().slice(from)) {
    const [what = ''] = Object.values(data);
    const wrong = mayHear(scene, openid, page ?? '', what);
    if (wrong) violations.push(`${openid} was told ${wrong}`);
  }
}

/** One drain, or two at once; now and then one that is cut off somewhere. */
async function drain(scene: Scene): Promise<boolean> {
  const { town, random, death } = scene;
  const from = town.postOffice.sent().length;
  death.inCalls = random.chance(0.5) ? random.integer(24) : null;
  const both = random.chance(0.4) ? 2 : 1;
  await Promise.all(Array.from({ length: both }, () => town.timer('wechat', 'send-messages')));
  const isKilled = death.inCalls !== null && death.inCalls < 0;
  death.inCalls = null;
  look(scene, from);
  return isKilled;
}

/** Each is of one record and step, told on one day: the same words to the same person twice. */
function twice({ town }: Scene): string[] {
  const seen = new Map<string, number>();
  for (const { openid, templateId, page, data } of town.postOffice.sent()) {
    const key = JSON.stringify([openid, templateId, page, data]);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return [...seen].flatMap(([key, count]) => (count > 1 ? [`told twice: ${key}`] : []));
}

/** What is queued names something that was moved, and nobody twice. */
function queued({ town }: Scene): string[] {
  const all = town.engine.find('messages') as unknown as Message[];
  return all.flatMap(({ messageId, kind, subjectId, told }) => {
    const [collection, id] = {
      'to-do': ['tasks', subjectId],
      'on-notice': ['notices', subjectId],
      posted: ['accounts', subjectId],
      refused: ['records', subjectId],
      'objection-answered': ['records', subjectId],
      reversed: ['records', subjectId],
      'join-answered': ['join-requests', subjectId],
      'household-changed': ['life-events', subjectId],
      'entry-answered': ['entry-requests', subjectId],
      helped: ['households', subjectId],
      'household-told': ['households', subjectId],
      'to-sign': ['life-events', subjectId],
      lapsing: ['towns', 'town'],
    }[kind] as [string, string];
    // A task goes when what it waits for is done: the message finds it gone, and nobody is told.
    const isOfAMove = kind === 'to-do' || town.engine.get(collection, id) !== null;
    return [
      ...(isOfAMove ? [] : [`${messageId} comes of no move`]),
      ...(new Set(told).size === told.length ? [] : [`${messageId} names somebody twice`]),
    ];
  });
}

/** A town's life of some weeks, with drains that are cut off anywhere and meet each other. */
export async function playMessages(seed: number, length: number): Promise<History> {
  const random = randomFrom(seed);
  const death: Death = { inCalls: null };
  const town = await openProofTown({ randomSeed: seed, wrapStore: (same) => mortal(same, death) });
  const scene: Scene = { town, random, death, violations: [] };
  let killed = 0;
  for (const number of living) await allow(scene, number);
  for (let turn = 0; turn < length; turn += 1) {
    await random.pick(moves)(scene);
    if (random.chance(0.5)) killed += (await drain(scene)) ? 1 : 0;
    scene.violations.push(...queued(scene));
  }
  town.clock.advanceMs(3_600_000);
  await drain({ ...scene, random: { ...random, chance: () => false } });
  scene.violations.push(...twice(scene));
  const left = town.engine.find('messages').length;
  if (left > 0) scene.violations.push(`${left} are still queued`);
  const { violations } = scene;
  return { violations, sent: town.postOffice.sent().length, moves: length, killed };
}
