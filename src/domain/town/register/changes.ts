import { refuse } from '../../kernel/refusal';

/** What a register changes, by whom it names; the phone groups by it. */
export type ChangeKind =
  | 'new-household'
  | 'new'
  | 'changed'
  | 'renamed'
  | 'moved'
  | 'twice'
  | 'other-family'
  | 'missing';

/** What a person says of a change that a register cannot know. */
export type ChangeAnswer = 'same' | 'other' | 'gone';

type AnswerInWords = { answer: ChangeAnswer; label: string };

/**
 * Of each kind, how it is called and what may be answered. Without an answer nothing of it happens;
 * where there is none to give, it comes in with the import.
 */
export const changeKinds: Readonly<
  Record<ChangeKind, { title: string; answers: readonly AnswerInWords[] }>
> = {
  moved: {
    title: '从别的户过来的',
    answers: [
      { answer: 'same', label: '就是这个人,搬过来了' },
      { answer: 'other', label: '是另一个人' },
    ],
  },
  renamed: {
    title: '可能改了名字的',
    answers: [
      { answer: 'same', label: '就是这个人,改了名字' },
      { answer: 'other', label: '是另一个人' },
    ],
  },
  twice: { title: '写在两户里的', answers: [{ answer: 'other', label: '不是同一个人' }] },
  'other-family': {
    title: '户号换了一家人的',
    answers: [{ answer: 'other', label: '户号给了新的一家' }],
  },
  missing: { title: '表里没有了的', answers: [{ answer: 'gone', label: '已经不在这一户了' }] },
  new: { title: '新来的人', answers: [] },
  changed: { title: '有改动的人', answers: [] },
  'new-household': { title: '新的户', answers: [] },
};

/** One thing that a register changes, for the person who imports it. */
export type RegisterChange = {
  kind: ChangeKind;
  /** What an answer is given for. */
  change: string;
  villageName: string;
  householdNumber: number;
  name: string;
  /** A sentence: what changes, and what to do about it. */
  says: string;
};

/** By the keys of the changes. */
export type ChangeAnswers = ReadonlyMap<string, ChangeAnswer>;

const order = Object.keys(changeKinds);

/** What asks for an answer first, each kind by village and number. */
export function inOrderOfReading(changes: readonly RegisterChange[]): RegisterChange[] {
  return [...changes].sort(
    (left, right) =>
      order.indexOf(left.kind) - order.indexOf(right.kind) ||
      left.villageName.localeCompare(right.villageName) ||
      left.householdNumber - right.householdNumber,
  );
}

export function refuseChangedRegister(): never {
  refuse(
    'register-changed',
    '您看过以后,表或者户册又变了,什么都没有写进去。请再看一遍要改的,再导入。',
  );
}

/**
 * Whoever imports has seen what it changes, and answered only what was asked.
 * @param seen stands for what they saw
 * @throws Refusal `register-changed`
 */
export function mustBeAsSeen(
  plan: { changes: readonly RegisterChange[]; seen: string },
  seen: string,
  answers: ChangeAnswers,
): void {
  if (plan.seen !== seen) refuseChangedRegister();
  const kinds = new Map(plan.changes.map(({ change, kind }) => [change, kind]));
  for (const [change, given] of answers) {
    const kind = kinds.get(change);
    const possible = kind === undefined ? [] : changeKinds[kind].answers;
    if (!possible.some(({ answer }) => answer === given)) refuseChangedRegister();
  }
}
