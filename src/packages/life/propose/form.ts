import type { InputOf } from '../../../contracts/contract';
import type { LifeKind, proposeLifeEvent, Relation } from '../../../contracts/life';
import type { HouseholdLines, Told } from '../words';

type Change = InputOf<typeof proposeLifeEvent>['change'];
type Residence = 'local' | 'newcomer';

export type LifeForm = {
  kind: LifeKind;
  memberId: string | null;
  headId: string | null;
  relation: Relation | null;
  minors: string;
  name: string;
  birthYear: string;
  isAdult: boolean;
  phone: string;
  residence: Residence;
  /** The number from then on, or that of the household somebody moves to. */
  number: string;
  /** Who splits off, who is their head, and how many children go along. */
  leaving: string[];
  newHeadId: string | null;
  along: string;
  /** The adults agreed on how many points of each lot go, by its last day; else it is by heads. */
  isAgreed: boolean;
  points: Readonly<Record<string, string>>;
  /** Who has no phone and signed a sheet. */
  onPaper: string[];
  gone: 'died' | 'moved' | null;
};

/** What the fields of a kind of event are made of. */
export type FieldsProps = {
  form: LifeForm;
  household: HouseholdLines;
  thisYear: number;
  type: (changed: Partial<LifeForm>) => void;
  /** What is missing at this field; null where nothing is. */
  problemAt: (field: keyof LifeForm) => string | null;
};

export const emptyForm: LifeForm = {
  ...{ kind: 'children', memberId: null, headId: null, relation: null, minors: '', name: '' },
  ...{ birthYear: '', isAdult: false, phone: '', residence: 'local', number: '' },
  ...{ leaving: [], newHeadId: null, along: '', isAgreed: false, points: {}, onPaper: [] },
  gone: null,
};

/** Whether something stands in it beside the kind of event. */
export function isWorked(form: Omit<LifeForm, 'phone'>): boolean {
  const { memberId, headId, relation, minors, name, birthYear, number, leaving, along, gone } =
    form;
  const chosen = [memberId, headId, relation, gone].some((each) => each !== null);
  return chosen || leaving.length > 0 || [minors, name, birthYear, number, along].some(Boolean);
}

/** Kinds that are about somebody who stands in the household. */
const ofMember: readonly LifeKind[] = ['move-out', 'marry', 'head', 'death'];
export const isOfMember = (kind: LifeKind) => ofMember.includes(kind);
export const isOfNewLine = (kind: LifeKind) => kind === 'adult' || kind === 'move-in';
/** Kinds that ask what somebody is to the head. */
export const asksRelation = (kind: LifeKind) =>
  isOfNewLine(kind) || kind === 'marry' || kind === 'head';

const lineOf = (household: HouseholdLines, memberId: string | null) =>
  household.lines.find((line) => line.memberId === memberId);

/** Whether it is the head who goes, so that somebody else has to be it. */
export function needsNextHead({ kind, memberId }: LifeForm, household: HouseholdLines): boolean {
  return isOfMember(kind) && kind !== 'head' && lineOf(household, memberId)?.isHead === true;
}

export const numberOf = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : null);

/** The year of whom the registrar says that the birthday is over. */
export const isUnsure = ({ birthYear }: LifeForm, thisYear: number) =>
  thisYear - Number(birthYear) === 18;

/** What is wrong, and at which field it is put right. */
export type Missing = { field: keyof LifeForm; problem: string };
type Filled = { change: Change } | Missing;

const missing = (field: keyof LifeForm, problem: string): Missing => ({ field, problem });

function filledLine(form: LifeForm, thisYear: number): Filled {
  const { kind, relation, residence } = form;
  const [name, phone] = [form.name.trim(), form.phone.replace(/\D/g, '')];
  if (kind !== 'adult' && kind !== 'move-in') return missing('kind', '请选是什么变动。');
  if (name === '') return missing('name', '请填姓名,照身份证写。');
  if (!/^(19|20)\d\d$/.test(form.birthYear)) return missing('birthYear', '请填出生年份,四位数字。');
  if (relation === null) return missing('relation', '请选和户主是什么关系。');
  if (phone !== '' && !/^1\d{10}$/.test(phone))
    return missing('phone', '手机号是 1 开头的 11 位数字,没有就空着。');
  const line = {
    ...{ name, birthYear: Number(form.birthYear), relation, residence },
    ...(phone !== '' && { phone }),
    ...(form.isAdult && isUnsure(form, thisYear) && { isAdult: true as const }),
  };
  return { change: { kind, line } };
}

function filledMember(
  form: LifeForm,
  household: HouseholdLines,
  into: HouseholdLines | null,
): Filled {
  const { kind, memberId, relation } = form;
  if (memberId === null) return missing('memberId', '请选是家里哪一位。');
  if (kind === 'head') {
    if (relation === null) return missing('relation', '请选原来的户主是新户主的什么人。');
    return { change: { kind, memberId, relation } };
  }
  const needsHead = needsNextHead(form, household);
  if (needsHead && form.headId === null)
    return missing('headId', '走的是户主,请选由谁接着当户主。');
  const next = needsHead && form.headId !== null ? { headId: form.headId } : {};
  if (kind === 'move-out' || kind === 'death') return { change: { kind, memberId, ...next } };
  if (kind !== 'marry') return missing('kind', '请选是什么变动。');
  if (!into) return missing('number', '请填要搬去的户号,看一看是不是那一户。');
  if (relation === null) return missing('relation', '请选和那一户户主是什么关系。');
  const { householdId: toHouseholdId } = into;
  return { change: { kind, memberId, toHouseholdId, relation, ...next } };
}

/** Whether the head is among those who split off, so that who stays needs another one. */
export const headSplitsOff = ({ kind, leaving }: LifeForm, { lines }: HouseholdLines) =>
  kind === 'split' && lines.some(({ isHead, memberId }) => isHead && leaving.includes(memberId));

function divisionOf({ isAgreed, points, onPaper }: LifeForm, { lots }: HouseholdLines) {
  if (!isAgreed) return { how: 'heads' as const };
  const taken = lots.map(({ lastDay }) => ({ lastDay, points: Number(points[lastDay] || 0) }));
  return { how: 'signed' as const, lots: taken.filter((lot) => lot.points > 0), onPaper };
}

function filledSplit(form: LifeForm, household: HouseholdLines): Filled {
  const { leaving, newHeadId, headId, along } = form;
  const number = numberOf(form.number);
  if (leaving.length === 0) return missing('leaving', '请勾出分出去的人。');
  if (leaving.length === household.lines.length)
    return missing('leaving', '原来的户里至少要留一个人。');
  if (newHeadId === null || !leaving.includes(newHeadId))
    return missing('newHeadId', '请选新户的户主。');
  const needsHead = headSplitsOff(form, household);
  if (needsHead && (headId === null || leaving.includes(headId))) {
    return missing('headId', '户主分出去了,请选原来的户由谁接着当户主。');
  }
  if (!number) return missing('number', '请填新户的户号。');
  const division = divisionOf(form, household);
  const next = needsHead && headId !== null ? { headId } : {};
  const who = { memberIds: leaving, newHeadId, ...next };
  return { change: { kind: 'split', ...who, number, minors: Number(along || 0), division } };
}

function filledEnd({ gone }: LifeForm, { lines }: HouseholdLines): Filled {
  const [last, another] = lines;
  if (another) return missing('gone', '户册上还有别的人。请先一个一个办,只剩最后一人再办销户。');
  if (gone === null) return missing('gone', '请选最后一个人是去世了还是搬走了。');
  return { change: { kind: 'end', gone, ...(last && { memberId: last.memberId }) } };
}

/**
 * What is sent, or what is still missing.
 * @param into the household somebody moves to, once it was looked up
 */
export function filled(
  form: LifeForm,
  household: HouseholdLines,
  into: HouseholdLines | null,
  thisYear: number,
): Filled {
  const { kind, minors: was } = { kind: form.kind, minors: household.minors };
  if (kind === 'children') {
    const minors = /^\d{1,2}$/.test(form.minors) ? Number(form.minors) : null;
    return minors === null
      ? missing('minors', '请填家里现在有几个孩子。')
      : { change: { kind, was, minors } };
  }
  if (kind === 'number') {
    const number = numberOf(form.number);
    return number ? { change: { kind, number } } : missing('number', '请填新的户号。');
  }
  if (kind === 'split') return filledSplit(form, household);
  if (kind === 'end') return filledEnd(form, household);
  if (kind === 'merge') {
    if (!into) return missing('number', '请填并到几号户,看一看是不是那一户。');
    return { change: { kind, toHouseholdId: into.householdId } };
  }
  return isOfNewLine(kind) ? filledLine(form, thisYear) : filledMember(form, household, into);
}

/** A split as the list of events shows it; nobody has signed yet. */
function splitOf(change: Change, household: HouseholdLines): Told['split'] {
  if (change.kind !== 'split') return null;
  const { memberIds, newHeadId, minors, division } = change;
  const namesOf = (ids: readonly string[]) =>
    ids.map((id) => lineOf(household, id)?.name ?? '').join('、');
  const isSigned = division.how === 'signed';
  const phones = household.lines.filter(({ isJoined }) => isJoined);
  return {
    ...{ leaving: namesOf(memberIds), newHead: namesOf([newHeadId]), minors, mine: false },
    ...{ lots: isSigned ? division.lots : null, signed: '' },
    onPaper: isSigned ? namesOf(division.onPaper) : '',
    missing: isSigned ? namesOf(phones.map(({ memberId }) => memberId)) : '',
  };
}

/** The change as the words of an event tell it. */
export function toldOf(
  change: Change,
  household: HouseholdLines,
  into: HouseholdLines | null,
): Told {
  const nameOf = (id: string | undefined) => lineOf(household, id ?? null)?.name ?? null;
  const { phone = null } = 'line' in change ? change.line : {};
  return {
    ...{ kind: change.kind, householdNumber: household.householdNumber },
    name: 'memberId' in change ? nameOf(change.memberId) : null,
    line: 'line' in change ? { ...change.line, phone } : null,
    relation: 'relation' in change ? change.relation : null,
    minors: change.kind === 'children' ? change.minors : null,
    was: change.kind === 'children' ? change.was : null,
    headName: 'headId' in change ? nameOf(change.headId) : null,
    otherNumber: 'number' in change ? change.number : (into?.householdNumber ?? null),
    split: splitOf(change, household),
    gone: change.kind === 'end' ? change.gone : null,
  };
}
