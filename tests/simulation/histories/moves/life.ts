import { isHead, livingIn } from '../model/life-kinds';
import { freeLots } from '../model/purse';
import { ended } from '../model/records';
import type { ModelHousehold, ModelMember } from '../model/state';
import type { Change, ChangeOf, ModelEvent } from '../model/state-of-people';
import { isWrong, pickFrom, type Scene } from './move';

type Kind = Change['kind'];
/** How often each happens beside the others; those with points more often than in life. */
const weights: readonly (readonly [Kind, number])[] = [
  ...([
    ['children', 2],
    ['adult', 1],
    ['move-in', 2],
    ['move-out', 2],
    ['marry', 2],
  ] as const),
  ...([
    ['head', 1],
    ['number', 1],
    ['death', 2],
    ['split', 7],
    ['merge', 7],
    ['end', 10],
  ] as const),
];
const kinds = weights.flatMap(([kind, weight]) => Array<Kind>(weight).fill(kind));

/** Not the number that the register brings. */
const numbers = { from: 31, count: 40 };
const relations = ['spouse', 'child', 'parent', 'other'] as const;

type Asked = { scene: Scene; household: ModelHousehold; living: ModelMember[] };
type Make = (asked: Asked) => Change | null;

const idOf = ({ memberId }: ModelMember) => memberId;

function aNumber({ random, model }: Scene, { villageId }: ModelHousehold): number {
  const free = numbers.from + random.integer(numbers.count);
  if (!random.chance(0.15)) return free;
  const taken = [...model.households.values()].filter((each) => each.villageId === villageId);
  return random.pick(taken).number;
}

/** Somebody of it; now and then of anywhere. */
function somebody({ scene, living }: Asked): ModelMember | null {
  if (isWrong(scene)) return pickFrom(scene, [...scene.model.members.values()]);
  const plain = living.filter(({ roles }) => roles.length === 0);
  // Whoever had joined has rights that end.
  const joined = plain.filter(({ personId }) => personId !== null);
  if (scene.random.chance(0.5) && joined.length > 0) return pickFrom(scene, joined);
  return pickFrom(scene, isWrong(scene) ? living : plain);
}

/** Who is the head from then on, where one is needed. */
function nextHead({ scene, household, living }: Asked, gone: readonly ModelMember[]) {
  const needed = gone.some((each) => isHead(household, each));
  const left = living.filter((each) => !gone.includes(each));
  const next = pickFrom(scene, isWrong(scene) ? living : left);
  return needed !== isWrong(scene) && next ? { headId: next.memberId } : {};
}

/** Another one of the village; now and then itself, or one elsewhere. */
function another({ scene, household }: Asked): ModelHousehold {
  const all = [...scene.model.households.values()];
  const { villageId } = household;
  const fit = all.filter((each) => each !== household && each.villageId === villageId);
  const free = fit.filter(({ ended, ofCommittee }) => ended === null && !ofCommittee);
  if (isWrong(scene)) return scene.random.pick(all);
  return pickFrom(scene, free) ?? household;
}

function aLine({ scene, living }: Asked): ChangeOf<'adult'>['line'] {
  const { random, model } = scene;
  const known = pickFrom(
    scene,
    [...model.members.values()].filter(({ phone }) => phone),
  );
  const again = isWrong(scene) && known ? { name: known.name, phone: known.phone ?? '' } : null;
  const twice = isWrong(scene) ? pickFrom(scene, living)?.name : undefined;
  const fresh = `试新${'甲乙丙丁戊己庚辛壬癸'[random.integer(10)]}${'子丑寅卯辰巳'[random.integer(6)]}`;
  return {
    name: again?.name ?? twice ?? fresh,
    birthYear: isWrong(scene) ? 2015 : 1960 + random.integer(40),
    relation: random.pick(relations),
    residence: random.pick(['local', 'newcomer'] as const),
    ...(random.chance(0.4) && { phone: `1000000${1000 + random.integer(9000)}` }),
    ...(again && { phone: again.phone }),
  };
}

/** As a few people around a table would: all of it, some of it, now and then more than there is. */
function aDivision({ scene, household, living }: Asked): ChangeOf<'split'>['division'] {
  const { random, model } = scene;
  if (random.chance(0.4)) return { how: 'heads' };
  const account = model.accounts.get(household.householdId);
  const lots = (account ? freeLots(account) : []).flatMap(({ lastDay, points }) => {
    const part = isWrong(scene) ? points + 1 : 1 + random.integer(points);
    return random.chance(0.8) ? [{ lastDay, points: part }] : [];
  });
  const isOdd = isWrong(scene);
  const onPaper = living.filter(({ personId }) => (personId === null) !== isOdd);
  return { how: 'signed', lots: lots.slice(0, 12), onPaper: onPaper.map(idOf) };
}

const split: Make = (asked) => {
  const { scene, household, living } = asked;
  const { random } = scene;
  const plain = living.filter(({ roles }) => roles.length === 0);
  const some = random.shuffle(plain).slice(0, random.chance(0.7) ? 1 : 2);
  const go = isWrong(scene) ? living : some;
  if (go.length === 0) return null;
  return {
    ...{ kind: 'split', memberIds: go.map(idOf), number: aNumber(scene, household) },
    newHeadId: idOf(random.pick(isWrong(scene) ? living : go)),
    ...nextHead(asked, go),
    minors: random.integer(household.minors + (isWrong(scene) ? 3 : 1)),
    division: aDivision(asked),
  };
};

const goes =
  <K extends 'move-out' | 'death'>(kind: K): Make =>
  (asked) => {
    const member = somebody(asked);
    if (!member) return null;
    return { kind, memberId: member.memberId, ...nextHead(asked, [member]) };
  };

const makers: Readonly<Record<Kind, Make>> = {
  children({ scene, household: { minors } }) {
    const was = isWrong(scene) ? 4 : minors;
    return { kind: 'children', was, minors: scene.random.integer(3) };
  },
  adult: (asked) => ({ kind: 'adult', line: aLine(asked) }),
  'move-in': (asked) => ({ kind: 'move-in', line: aLine(asked) }),
  'move-out': goes('move-out'),
  death: goes('death'),
  marry(asked) {
    const member = somebody(asked);
    if (!member) return null;
    const toHouseholdId = another(asked).householdId;
    const relation = asked.scene.random.pick(relations);
    const head = nextHead(asked, [member]);
    return { kind: 'marry', memberId: member.memberId, toHouseholdId, relation, ...head };
  },
  head(asked) {
    const member = somebody(asked);
    if (!member) return null;
    const relation = asked.scene.random.pick(relations);
    return { kind: 'head', memberId: member.memberId, relation };
  },
  number: ({ scene, household }) => ({ kind: 'number', number: aNumber(scene, household) }),
  split,
  merge: (asked) => ({ kind: 'merge', toHouseholdId: another(asked).householdId }),
  end({ scene, living }) {
    const [last] = living;
    const gone = scene.random.pick(['died', 'moved'] as const);
    return { kind: 'end', gone, ...(last && !isWrong(scene) && { memberId: last.memberId }) };
  },
};

/** Where a kind can happen at all, if anywhere. */
function fits({ model }: Scene, kind: Kind, household: ModelHousehold): boolean {
  const { householdId, minors } = household;
  const living = livingIn(model, householdId);
  if (kind === 'end') return living.length <= 1 && minors === 0;
  if (kind === 'merge') return living.every(({ roles }) => roles.length === 0);
  if (kind === 'split' || kind === 'move-out' || kind === 'death') return living.length > 1;
  return true;
}

const withPoints: ReadonlySet<Kind> = new Set(['split', 'merge', 'end']);
const nearlyPosted = ['waiting-review', 'waiting-notice', 'on-notice'];
const leaving: ReadonlySet<Kind> = new Set(['move-out', 'death', 'marry']);

/** Where it changes most: points that go along, deeds that are on their way, somebody's rights. */
function matters({ model, random }: Scene, kind: Kind, { householdId }: ModelHousehold): boolean {
  const account = model.accounts.get(householdId);
  if (account?.frozen && random.chance(0.3)) return true;
  const hasPoints = account !== undefined && freeLots(account).length > 0;
  const isAlmostPosted = [...model.records.values()].some(
    ({ householdId: of, state }) => of === householdId && nearlyPosted.includes(state),
  );
  const isOnItsWay = [...model.records.values()].some(
    (record) => record.householdId === householdId && !ended.has(record.state),
  );
  if (kind === 'merge' && isAlmostPosted) return true;
  if (withPoints.has(kind) && random.chance(0.5)) return hasPoints;
  if (withPoints.has(kind)) return hasPoints || isOnItsWay;
  const plain = livingIn(model, householdId).filter(({ roles }) => roles.length === 0);
  return leaving.has(kind) && plain.some(({ personId }) => personId !== null);
}

/** Something that happens to a household, and which it is. */
export function aChange(scene: Scene): { household: ModelHousehold; change: Change } | null {
  const { random, model } = scene;
  const all = [...model.households.values()];
  const wished = random.pick(kinds);
  const canEnd = all.some((each) => each.ended === null && fits(scene, 'end', each));
  // Where nobody lives alone, somebody begins to.
  const kind = wished === 'end' && !canEnd ? 'split' : wished;
  const standing = all.filter((each) => each.ended === null && fits(scene, kind, each));
  const likely = standing.filter((each) => matters(scene, kind, each));
  const some = random.chance(0.7) && likely.length > 0 ? likely : standing;
  const household = pickFrom(scene, isWrong(scene) ? all : some);
  if (!household) return null;
  const living = livingIn(model, household.householdId);
  const change = makers[kind]({ scene, household, living });
  return change && { household, change };
}

/** One that waits; now and then one that is settled. */
export function anEvent(scene: Scene): [lifeEventId: string, event: ModelEvent] | null {
  const all = [...scene.model.events];
  const waiting = all.filter(([, { state }]) => state === 'proposed');
  return pickFrom(scene, isWrong(scene) ? all : waiting);
}
