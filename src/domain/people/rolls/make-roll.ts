import type { InputOf } from '../../../contracts/contract';
import { mostLinesOfARoll } from '../../../contracts/limits';
import type { enterRoll } from '../../../contracts/rolls';
import { refuse } from '../../kernel/refusal';
import { foldName } from '../names';
import { holdsRole } from '../roles';
import type { Household, Member } from '../types';
import type { RollCounts, RollKind, RollLine } from './types';

type Asked = Pick<
  InputOf<typeof enterRoll>,
  'kind' | 'base' | 'seen' | 'without' | 'picked' | 'typed'
>;

/** The register of a village as of now, and the roll of the kind confirmed last. */
export type RollFacts = {
  villageId: string;
  /** Who lives there by the register: nobody who was erased, nobody of an ended household. */
  members: readonly Member[];
  households: readonly Household[];
  last: readonly RollLine[] | null;
};

/** What a line is crossed out by: whom it is, or its place where it is a name alone. */
export const lineKeyOf = ({ memberId }: RollLine, place: number) => memberId ?? `n${place}`;

type Keyed = RollLine & { key: string };

const numbersOf = ({ households }: RollFacts) =>
  new Map(households.map(({ householdId, number }) => [householdId, number]));

/** Who holds an office of the village's committee. */
export const committeeOf = ({ members, villageId }: RollFacts) =>
  members.filter(({ roles }) => holdsRole(roles, 'cadre', villageId));

const isUnseen = ({ unconfirmed }: Member) => unconfirmed === true;

/** Lines that one person alone entered: until a second has seen them they make nobody a voter. */
export const unseenOf = ({ members }: RollFacts) => members.filter(isUnseen);

const seenOf = ({ members }: RollFacts) => members.filter((member) => !isUnseen(member));

/**
 * By the register, as two have seen it. Who came from elsewhere votes where the assembly has
 * admitted them, by name.
 */
function fromRegister(facts: RollFacts): Keyed[] {
  const numbers = numbersOf(facts);
  return seenOf(facts)
    .filter(({ residence }) => residence !== 'newcomer')
    .map(({ memberId, householdId }) => {
      const householdNumber = numbers.get(householdId) ?? null;
      return { key: memberId, memberId, name: null, householdNumber };
    });
}

/** Who has left the register since is left out; the committee comes in by its offices anew. */
function fromLast(last: readonly RollLine[], facts: RollFacts): Keyed[] {
  const numbers = numbersOf(facts);
  const known = new Map(facts.members.map((member) => [member.memberId, member]));
  return last.flatMap((line, place) => {
    const key = lineKeyOf(line, place);
    if (line.committee) return [];
    if (line.memberId === null) return [{ ...line, key }];
    const member = known.get(line.memberId);
    if (!member) return [];
    return [{ ...line, key, householdNumber: numbers.get(member.householdId) ?? null }];
  });
}

/**
 * The lines a roll begins with, before anything is crossed out or added.
 * @throws Refusal `base-does-not-fit`, `no-roll-before`
 */
export function baseOf({ kind, base }: Pick<Asked, 'kind' | 'base'>, facts: RollFacts): Keyed[] {
  if (base === 'empty') return [];
  if (base === 'register') {
    if (kind === 'adults') return fromRegister(facts);
    refuse('base-does-not-fit', '只有成年村民名册能从户册写起。请从上一份写起,或一个一个选。');
  }
  if (facts.last) return fromLast(facts.last, facts);
  return refuse('no-roll-before', '这种名册还没有上一份。请从头登记。');
}

/** The office's own lists: these may hold people whom the register does not know. */
const mayBeTyped = (kind: RollKind) => kind === 'adults' || kind === 'collective';

/** Who is meant by a typed line: of the register where the number, or the name alone, says so. */
function meant(
  { name, householdNumber }: Asked['typed'][number],
  named: ReadonlyMap<string, readonly Member[]>,
  numbers: ReadonlyMap<string, number>,
): Member | null {
  const same = named.get(foldName(name)) ?? [];
  if (householdNumber !== undefined) {
    return same.find((each) => numbers.get(each.householdId) === householdNumber) ?? null;
  }
  if (same.length > 1) {
    refuse('name-of-several', `户册里有 ${same.length} 个人叫${name}。请在名字前面写上户号。`);
  }
  return same[0] ?? null;
}

function typedLines({ kind, typed }: Asked, facts: RollFacts): RollLine[] {
  if (typed.length > 0 && !mayBeTyped(kind)) {
    refuse(
      'pick-from-register',
      '这种名册上的人都在户册里,要从户册里选。户册里没有的,先登记进户册。',
    );
  }
  const numbers = numbersOf(facts);
  const named = new Map<string, Member[]>();
  for (const member of seenOf(facts)) {
    const name = foldName(member.name);
    named.set(name, [...(named.get(name) ?? []), member]);
  }
  return typed.map((line) => {
    const member = meant(line, named, numbers);
    if (!member) {
      return { memberId: null, name: line.name, householdNumber: line.householdNumber ?? null };
    }
    const householdNumber = numbers.get(member.householdId) ?? null;
    return { memberId: member.memberId, name: null, householdNumber };
  });
}

function pickedLines({ kind, picked }: Asked, facts: RollFacts): RollLine[] {
  const numbers = numbersOf(facts);
  const known = new Map(seenOf(facts).map((member) => [member.memberId, member]));
  return picked.map(({ memberId, woman }) => {
    const member = known.get(memberId);
    if (!member) {
      refuse(
        'not-in-register',
        '选的人里有一位现在不在本村户册里,或者还没有第二个人核对过。请刷新,重新选这一位。',
      );
    }
    const householdNumber = numbers.get(member.householdId) ?? null;
    const marked = kind === 'representatives' && woman ? { woman } : {};
    return { memberId, name: null, householdNumber, ...marked };
  });
}

/** Who holds an office of the committee sits with the representatives, and is none of them. */
function withCommittee(lines: readonly RollLine[], facts: RollFacts): RollLine[] {
  const numbers = numbersOf(facts);
  const committee = committeeOf(facts);
  const ids = new Set(committee.map(({ memberId }) => memberId));
  const representatives = lines.filter(({ memberId }) => memberId === null || !ids.has(memberId));
  return [
    ...representatives,
    ...committee.map(({ memberId, householdId }) => {
      const householdNumber = numbers.get(householdId) ?? null;
      return { memberId, name: null, householdNumber, committee: true as const };
    }),
  ];
}

function mustStandOnce(lines: readonly RollLine[], { members }: RollFacts): void {
  const seen = new Set<string>();
  for (const { memberId, name, householdNumber } of lines) {
    const key = memberId ?? `${foldName(name ?? '')} ${householdNumber ?? ''}`;
    if (seen.has(key)) {
      const who = name ?? members.find((each) => each.memberId === memberId)?.name ?? '有一位';
      refuse('twice-on-roll', `${who}在名册上有两遍。请去掉一遍。`);
    }
    seen.add(key);
  }
}

/** 村组法: a household sends one. */
function mustBeOneAHousehold(lines: readonly RollLine[]): void {
  const numbers = lines.map(({ householdNumber }) => householdNumber);
  const twice = numbers.find((number, place) => numbers.indexOf(number) !== place);
  if (twice === undefined) return;
  refuse('one-a-household', `户代表一户一位,${twice}号户选了不止一位。请只留一位。`);
}

function countsOf(lines: readonly RollLine[], kind: RollKind, facts: RollFacts): RollCounts {
  const some = (test: (line: RollLine) => unknown) => lines.filter(test).length;
  const lived = new Set(facts.members.map(({ householdId }) => householdId));
  return {
    people: lines.length,
    named: some(({ memberId }) => memberId === null),
    committee: some(({ committee }) => committee),
    women: some(({ woman }) => woman),
    households: kind === 'delegates' ? lived.size : null,
  };
}

/** By household, as the paper has them; who has no number comes last. */
const byNumber = (left: RollLine, right: RollLine) =>
  (left.householdNumber ?? Number.MAX_SAFE_INTEGER) -
  (right.householdNumber ?? Number.MAX_SAFE_INTEGER);

/**
 * The lines of a new roll, and what is counted of them.
 * @throws Refusal `base-does-not-fit`, `no-roll-before`, `register-changed`, `not-in-register`,
 *   `pick-from-register`, `name-of-several`, `twice-on-roll`, `one-a-household`,
 *   `nobody-on-roll`, `too-many-on-roll`
 */
export function makeRoll(
  asked: Asked,
  facts: RollFacts,
): { lines: RollLine[]; counts: RollCounts } {
  const { kind, seen, without } = asked;
  const base = baseOf(asked, facts);
  if (base.length !== seen) {
    refuse('register-changed', `户册刚刚变了,现在是 ${base.length} 人。请看一看,再登记一次。`);
  }
  const crossed = new Set(without);
  const left = base.filter(({ key }) => !crossed.has(key)).map(({ key: _key, ...line }) => line);
  const picked = pickedLines(asked, facts);
  const ids = new Set(picked.map(({ memberId }) => memberId));
  // Who is picked and stood there already is there as they were picked: once.
  const others = left.filter(({ memberId }) => memberId === null || !ids.has(memberId));
  const said = [...others, ...picked, ...typedLines(asked, facts)];
  mustStandOnce(said, facts);
  const lines = (kind === 'representatives' ? withCommittee(said, facts) : said).sort(byNumber);
  if (kind === 'delegates') mustBeOneAHousehold(lines);
  if (said.length === 0) refuse('nobody-on-roll', '名册上还没有人。请先选人。');
  if (lines.length > mostLinesOfARoll) {
    refuse('too-many-on-roll', `一份名册最多 ${mostLinesOfARoll} 人。请看看是不是多贴了一遍。`);
  }
  return { lines, counts: countsOf(lines, kind, facts) };
}
