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
};

export const emptyForm: LifeForm = {
  ...{ kind: 'children', memberId: null, headId: null, relation: null, minors: '', name: '' },
  ...{ birthYear: '', isAdult: false, phone: '', residence: 'local', number: '' },
};

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

type Filled = { change: Change } | { problem: string };

const missing = (problem: string): Filled => ({ problem });

function filledLine(form: LifeForm, thisYear: number): Filled {
  const { kind, relation, residence } = form;
  const [name, phone] = [form.name.trim(), form.phone.replace(/\D/g, '')];
  if (kind !== 'adult' && kind !== 'move-in') return missing('请选是什么变动。');
  if (name === '') return missing('请填姓名,照身份证写。');
  if (!/^(19|20)\d\d$/.test(form.birthYear)) return missing('请填出生年份,四位数字。');
  if (relation === null) return missing('请选和户主是什么关系。');
  if (phone !== '' && !/^1\d{10}$/.test(phone))
    return missing('手机号是 1 开头的 11 位数字,没有就空着。');
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
  if (memberId === null) return missing('请选是家里哪一位。');
  if (kind === 'head') {
    if (relation === null) return missing('请选原来的户主是新户主的什么人。');
    return { change: { kind, memberId, relation } };
  }
  const needsHead = needsNextHead(form, household);
  if (needsHead && form.headId === null) return missing('走的是户主,请选由谁接着当户主。');
  const next = needsHead && form.headId !== null ? { headId: form.headId } : {};
  if (kind === 'move-out' || kind === 'death') return { change: { kind, memberId, ...next } };
  if (kind !== 'marry') return missing('请选是什么变动。');
  if (!into) return missing('请填要搬去的户号,看一看是不是那一户。');
  if (relation === null) return missing('请选和那一户户主是什么关系。');
  const { householdId: toHouseholdId } = into;
  return { change: { kind, memberId, toHouseholdId, relation, ...next } };
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
      ? missing('请填家里现在有几个孩子。')
      : { change: { kind, was, minors } };
  }
  if (kind === 'number') {
    const number = numberOf(form.number);
    return number ? { change: { kind, number } } : missing('请填新的户号。');
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
