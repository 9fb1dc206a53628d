import { bareName } from '../../people/names';
import type { Household, Member } from '../../people/types';
import type { ChangeAnswer, ChangeAnswers, ChangeKind, RegisterChange } from './changes';
import { saidOfChange } from './said-of-changes';
import type {
  HouseholdFates,
  RegisterHousehold,
  RegisterLine,
  SortedHousehold,
  StoredHousehold,
} from './types';

type Stored = ReadonlyMap<string, StoredHousehold>;
type Known = { member: Member; household: Household; key: string };

/** Who somebody is beyond a household: nobody has an id in a register. */
const personKey = (villageId: string, { name, birthYear }: Pick<Member, 'name' | 'birthYear'>) =>
  `${villageId} ${bareName(name)} ${birthYear}`;

const named = (members: readonly Member[]) => members.filter(({ name }) => bareName(name) !== '');

/** What is known of a village's people and what the file says of them, looked up line by line. */
type Village = {
  stored: Stored;
  known: ReadonlyMap<string, Known[]>;
  listed: ReadonlyMap<string, RegisterHousehold[]>;
  answers: ChangeAnswers;
};

function collect<Item>(items: Iterable<[key: string, item: Item]>): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const [key, item] of items) {
    const others = found.get(key);
    if (others) others.push(item);
    else found.set(key, [item]);
  }
  return found;
}

function lookUps(
  households: readonly RegisterHousehold[],
  stored: Stored,
): Pick<Village, 'known' | 'listed'> {
  const known = [...stored].flatMap(([key, { household, members }]) =>
    named(members).map((member): [string, Known] => [
      personKey(household.villageId, member),
      { member, household, key },
    ]),
  );
  const listed = households.flatMap((household) =>
    household.lines.map((line): [string, RegisterHousehold] => [
      personKey(household.villageId, line),
      household,
    ]),
  );
  return { known: collect(known), listed: collect(listed) };
}

/** Of one household: what its lines are, as far as the file itself tells. */
class Sorting {
  readonly changes: RegisterChange[] = [];
  private readonly knownAs = new Map<number, string>();
  private readonly comingFrom: HouseholdFates['comingFrom'][number][] = [];
  private readonly gone: string[] = [];
  private readonly leftOut = new Set<RegisterLine>();
  private readonly before: StoredHousehold | null;
  /** Of the household as it is stored, whom no line names. */
  private rest: Member[];
  private replaces: HouseholdFates['replaces'];

  constructor(
    private readonly household: RegisterHousehold,
    private readonly village: Village,
    private readonly freeNumber: () => number,
  ) {
    const stored = village.stored.get(household.key) ?? null;
    const members = named(stored?.members ?? []);
    const names = new Set(household.lines.map(({ name }) => bareName(name)));
    const rest = members.filter(({ name }) => !names.has(bareName(name)));
    const isOtherFamily = members.length > 0 && rest.length === members.length;
    this.before = isOtherFamily ? null : stored;
    this.rest = isOtherFamily ? [] : rest;
    if (isOtherFamily && stored) this.sortOtherFamily(stored);
  }

  private say(kind: ChangeKind, at: string | number, name: string, says: string): string {
    const { key: householdKey, villageName, number } = this.household;
    const change = `${kind}.${householdKey}.${at}`;
    this.changes.push({ kind, change, villageName, householdNumber: number, name, says });
    return change;
  }

  private answer(key: string): ChangeAnswer | undefined {
    return this.village.answers.get(key);
  }

  private sortOtherFamily({ household }: StoredHousehold): void {
    const head = this.household.lines[0]?.headName ?? '';
    const says = saidOfChange.otherFamily(household, head);
    const key = this.say('other-family', '', head, says);
    if (this.answer(key) !== 'other')
      for (const line of this.household.lines) this.leftOut.add(line);
    else this.replaces = { householdId: household.householdId, number: this.freeNumber() };
  }

  /** The stored one of another household, where this household does not know them. */
  private elsewhere(line: RegisterLine): Known | undefined {
    const { villageId, key } = this.household;
    const found = this.village.known.get(personKey(villageId, line)) ?? [];
    return found.find((each) => each.key !== key);
  }

  private isListedIn(key: string, line: RegisterLine): boolean {
    const listed = this.village.listed.get(personKey(this.household.villageId, line)) ?? [];
    return listed.some((household) => household.key === key);
  }

  /** The first of the households that name the same person; of two new ones the later asks. */
  private namedBefore(line: RegisterLine): RegisterHousehold | undefined {
    const listed = this.village.listed.get(personKey(this.household.villageId, line)) ?? [];
    const [first] = listed;
    return first && first.key !== this.household.key ? first : undefined;
  }

  private take(member: Member): void {
    this.rest = this.rest.filter((each) => each !== member);
  }

  private sortTwice(line: RegisterLine, otherNumber: number): void {
    const key = this.say('twice', line.row, line.name, saidOfChange.twice(line, otherNumber));
    if (this.answer(key) !== 'other') this.leftOut.add(line);
  }

  private sortMoved(line: RegisterLine, from: Known): void {
    const says = saidOfChange.moved(line, from.household, from.member);
    const key = this.say('moved', line.row, line.name, says);
    const answer = this.answer(key);
    const isBound = answer === 'same' && from.member.roles.length > 0;
    if (answer === undefined || isBound) this.leftOut.add(line);
    if (answer !== 'same' || isBound) return;
    const { memberId } = from.member;
    this.knownAs.set(line.row, memberId);
    this.comingFrom.push({ memberId, householdId: from.household.householdId });
  }

  private sortRenamed(line: RegisterLine, before: Member): void {
    const key = this.say('renamed', line.row, line.name, saidOfChange.renamed(line, before));
    const answer = this.answer(key);
    // Either way the one who stood there is spoken of, and is not missing too.
    this.take(before);
    if (answer === undefined) this.leftOut.add(line);
    if (answer === 'same') this.knownAs.set(line.row, before.memberId);
  }

  private sortLine(line: RegisterLine): void {
    const known = this.before?.members.find((each) => bareName(each.name) === bareName(line.name));
    if (known) {
      const says = saidOfChange.changed(line, known);
      if (says) this.say('changed', line.row, line.name, says);
      return;
    }
    const elsewhere = this.elsewhere(line);
    if (elsewhere) {
      const isTwice = this.isListedIn(elsewhere.key, line);
      if (isTwice) this.sortTwice(line, elsewhere.household.number);
      else this.sortMoved(line, elsewhere);
      return;
    }
    const twin = this.namedBefore(line);
    if (twin) {
      this.sortTwice(line, twin.number);
      return;
    }
    const before = this.rest.find((member) => mayBeRenamed(line, member));
    if (before) this.sortRenamed(line, before);
    else if (this.before) this.say('new', line.row, line.name, saidOfChange.new(line));
  }

  private sortMissing(): void {
    for (const member of this.rest) {
      // Named in another household of the file: that is said there.
      const key = personKey(this.household.villageId, member);
      if (this.village.listed.has(key)) continue;
      const change = this.say(
        'missing',
        member.memberId,
        member.name,
        saidOfChange.missing(member),
      );
      const isFree = member.roles.length === 0;
      if (isFree && this.answer(change) === 'gone') this.gone.push(member.memberId);
    }
  }

  /** @returns null where nothing of it comes in */
  done(): SortedHousehold | null {
    const { household } = this;
    if (!this.village.stored.has(household.key)) {
      const head = household.lines[0]?.headName ?? '';
      this.say('new-household', '', head, saidOfChange.newHousehold(household.lines.length));
    }
    if (this.leftOut.size < household.lines.length) {
      for (const line of household.lines) this.sortLine(line);
    }
    this.sortMissing();
    const lines = household.lines.filter((line) => !this.leftOut.has(line));
    const isHead = ({ name, headName }: RegisterLine) => bareName(name) === bareName(headName);
    if (!lines.some(isHead)) return null;
    const { knownAs, comingFrom, gone, replaces } = this;
    return {
      ...household,
      lines,
      fates: { knownAs, comingFrom, gone, ...(replaces && { replaces }) },
    };
  }
}

/** Somebody new and somebody missing of one household who have the number or the year in common. */
function mayBeRenamed(line: RegisterLine, member: Member): boolean {
  if (line.phone && member.phone) return line.phone === member.phone;
  return line.birthYear === member.birthYear && line.relation === member.relation;
}

/** Numbers that nobody of the village has, one after the other. */
function freeNumbers(households: readonly RegisterHousehold[], stored: Stored) {
  const highest = new Map<string, number>();
  const all = [...households, ...[...stored.values()].map(({ household }) => household)];
  for (const { villageId, number } of all) {
    highest.set(villageId, Math.max(number, highest.get(villageId) ?? 0));
  }
  return (villageId: string) => {
    const next = (highest.get(villageId) ?? 0) + 1;
    highest.set(villageId, next);
    return next;
  };
}

/** Numbers of the households that a register of their village leaves out, by the village's name. */
function missingHouseholds(
  households: readonly RegisterHousehold[],
  village: Village,
): Map<string, number[]> {
  const inFile = new Set(households.map(({ key }) => key));
  const nameOf = new Map(households.map(({ villageId, villageName }) => [villageId, villageName]));
  const missing = [...village.stored].flatMap(([key, { household, members }]) => {
    const villageName = nameOf.get(household.villageId);
    // Whoever is named in another household of the file is asked about there.
    const isNamed = (member: Member) => village.listed.has(personKey(household.villageId, member));
    const isThere = inFile.has(key) || named(members).every(isNamed);
    return isThere || villageName === undefined
      ? []
      : [[villageName, household.number] as [string, number]];
  });
  return collect(missing);
}

/**
 * Says who the people of a register are: known, new, or somebody that only a person can tell. What
 * nobody answered is left out of what comes in.
 * @param stored the households of these villages, by `numberKey`
 */
export function sortOut(
  households: readonly RegisterHousehold[],
  stored: Stored,
  answers: ChangeAnswers,
): { households: SortedHousehold[]; changes: RegisterChange[]; notes: string[] } {
  const village: Village = { stored, answers, ...lookUps(households, stored) };
  const next = freeNumbers(households, stored);
  const changes: RegisterChange[] = [];
  const sorted = households.flatMap((household) => {
    const sorting = new Sorting(household, village, () => next(household.villageId));
    const made = sorting.done();
    changes.push(...sorting.changes);
    return made ?? [];
  });
  const missing = missingHouseholds(households, village);
  const notes = missing.size === 0 ? [] : [saidOfChange.missingHouseholds(missing)];
  return { households: sorted, changes, notes };
}
