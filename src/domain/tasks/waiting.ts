import type { Due, WorkflowRow } from '../kernel/workflow';

/** Somebody who may be asked, with the facts as they would be if they made the move. */
export type Candidate<Facts> = { key: string; facts: Facts };

export type Asking<State extends string, By extends string, Facts> = {
  table: readonly WorkflowRow<State, By, Facts>[];
  state: State;
  /** Whom a row's `by` stands for. Of an office it is somebody who has nothing to do with it. */
  candidatesOf(by: By): readonly Candidate<Facts>[];
  /** Whoever has something to do with it: those whom a need refuses are not asked. */
  involved: readonly Candidate<Facts>[];
  isLate: boolean;
};

export type Waiting = {
  /** The action of the last row in turn: what it comes to now. */
  step: string;
  /** The limit of the first: what was to be done by then. */
  due: Due;
  waitsFor: string[];
  not: string[];
};

const maySee = <Facts>(
  { needs }: Pick<WorkflowRow<string, string, Facts>, 'needs'>,
  facts: Facts,
) => needs.every((need) => need(facts) === null);

/**
 * What is waited for in a state, and from whom: the rows that set a limit, asked themselves. Null
 * where nobody is waited for.
 */
export function whoIsWaitedFor<State extends string, By extends string, Facts>(
  asking: Asking<State, By, Facts>,
): Waiting | null {
  const { table, state, candidatesOf, involved, isLate } = asking;
  type Row = WorkflowRow<State, By, Facts>;
  const inTurn: { row: Row; due: Due; keys: string[] }[] = [];
  for (const row of table) {
    if (!row.due || !row.from.includes(state)) continue;
    if (row.turn === 'once-late' && !isLate) continue;
    if (row.turn === 'if-nobody-else' && inTurn.length > 0) continue;
    const free = row.by.flatMap(candidatesOf).filter(({ facts }) => maySee(row, facts));
    if (free.length > 0) inTurn.push({ row, due: row.due, keys: free.map(({ key }) => key) });
  }
  const [first] = inTurn;
  const last = inTurn.at(-1);
  if (!first || !last) return null;
  const isRefused = ({ facts }: Candidate<Facts>) => inTurn.some(({ row }) => !maySee(row, facts));
  return {
    step: last.row.action,
    due: first.due,
    waitsFor: [...new Set(inTurn.flatMap(({ keys }) => keys))],
    not: [...new Set(involved.filter(isRefused).map(({ key }) => key))],
  };
}
