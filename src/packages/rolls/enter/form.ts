import type { InputOf, ValueOf } from '../../../contracts/contract';
import type { enterRoll, RollBase, RollKind, readRollBase } from '../../../contracts/rolls';

export type RollInput = InputOf<typeof enterRoll>;
export type BaseCounts = ValueOf<typeof readRollBase>;
export type Mark = 'in' | 'woman' | 'out';

/** Somebody of whom more is said than the base says. */
export type Marked = { label: string; mark: Mark; inRegister: boolean };

export type RollForm = {
  base: RollBase;
  fromDay: string;
  cites: string;
  /** By member, or by the line of the roll before. */
  marked: Readonly<Record<string, Marked>>;
  typed: string;
};

/** What a roll of a kind can begin with, the usual first. */
export function basesOf(kind: RollKind, { last }: BaseCounts): RollBase[] {
  if (kind === 'adults') return last ? ['register', 'last'] : ['register', 'empty'];
  return last ? ['last', 'empty'] : ['empty'];
}

export const emptyForm = (base: RollBase, fromDay: string): RollForm => ({
  ...{ base, fromDay, cites: '', marked: {}, typed: '' },
});

export function countOf(base: RollBase, { register, last }: BaseCounts): number {
  if (base === 'register') return register ?? 0;
  return base === 'last' ? (last?.people ?? 0) : 0;
}

/** The office's own lists may hold people whom the register does not know. */
export const mayBeTyped = (kind: RollKind) => kind === 'adults' || kind === 'collective';

export const isWorked = ({ cites, marked, typed }: RollForm) =>
  cites !== '' || typed !== '' || Object.keys(marked).length > 0;

type Typed = RollInput['typed'][number];

const typedLine = /^第?(\d{1,4})(?:号户|号|户)?[\s,、;]+(\S.*)$/;

/** `17 张三`, `17号户,张三`, `张三`: one of a list as an office has it. */
function readLine(text: string): Typed {
  const [, number, name] = typedLine.exec(text) ?? [];
  if (number === undefined || name === undefined) return { name: text };
  return { name, householdNumber: Number(number) };
}

/** A pasted list, one a line; what is no name comes back as it stands. */
export function readTyped(text: string): { typed: Typed[]; wrong: string[] } {
  const lines = text
    .normalize('NFKC')
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLine);
  const isName = ({ name, householdNumber }: Typed) =>
    /\p{L}/u.test(name) && !/\d/.test(name) && name.length <= 30 && householdNumber !== 0;
  return {
    typed: lines.filter(isName),
    wrong: lines.filter((line) => !isName(line)).map(({ name }) => name),
  };
}

/** How many it comes to, as far as the phone can tell. */
export function sumOf(form: RollForm, counts: BaseCounts): number {
  const marks = Object.keys(form.marked).map((id) => form.marked[id]?.mark);
  const out = marks.filter((mark) => mark === 'out').length;
  const base = countOf(form.base, counts);
  return base - out + (marks.length - out) + readTyped(form.typed).typed.length;
}

/** At which field something is missing, and what. */
export type RollProblems = Partial<Record<'cites' | 'typed' | 'who', string>>;

export function problemsOf(form: RollForm, counts: BaseCounts): RollProblems {
  const { wrong } = readTyped(form.typed);
  return {
    ...(form.cites.trim() === '' && { cites: '请写清楚是哪次会议、哪份文件里定的。' }),
    ...(wrong.length > 0 && {
      typed: `这几行看不出姓名:${wrong.slice(0, 3).join('、')}。一行写一个人,户号写在前面。`,
    }),
    ...(sumOf(form, counts) < 1 && { who: '名册上还没有人。请按户号选人,或贴一份名单。' }),
  };
}

/** What is sent. */
export function filled(
  form: RollForm,
  { villageId, kind }: Pick<RollInput, 'villageId' | 'kind'>,
  counts: BaseCounts,
): RollInput {
  const { base, fromDay, cites, marked } = form;
  const ids = Object.keys(marked);
  const isOut = (id: string) => marked[id]?.mark === 'out';
  const picked = ids
    .filter((id) => !isOut(id))
    .map((memberId) => ({
      memberId,
      ...(marked[memberId]?.mark === 'woman' && { woman: true as const }),
    }));
  return {
    ...{ villageId, kind, fromDay, cites: cites.trim(), base, picked },
    seen: countOf(base, counts),
    without: ids.filter(isOut),
    typed: mayBeTyped(kind) ? readTyped(form.typed).typed : [],
  };
}
