import type { LocatedProblem, Problem } from './types';

/** `0 → A`, `27 → AB`. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

export function cellName(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Fewer of one kind below each other are named one by one. */
const shortestRun = 10;

type Placed = LocatedProblem & { at: number };

const inOrder = (a: Placed, b: Placed) => a.row - b.row || a.at - b.at;

/** A formula drawn down a whole column is one thing to put right, and hides nothing else. */
function gatherRuns(problems: readonly Placed[]): Placed[] {
  const byKind = new Map<string, Placed[][]>();
  for (const problem of problems) {
    const kind = `${problem.at} ${problem.message}`;
    const runs = byKind.get(kind) ?? [];
    const last = runs.at(-1);
    if (last && problem.row - (last.at(-1)?.row ?? 0) <= 1) last.push(problem);
    else runs.push([problem]);
    byKind.set(kind, runs);
  }
  return [...byKind.values()].flat().flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last || run.length < shortestRun) return run;
    return [{ ...first, message: `${first.message}从 ${first.cell} 到 ${last.cell} 都是这样。` }];
  });
}

/**
 * Says of each problem which cell it is, in the order of the sheet; of a cell only the first.
 * @param places where the columns stand, by their headings
 */
export function locate(
  problems: readonly Problem[],
  places: ReadonlyMap<string, number>,
): LocatedProblem[] {
  const seen = new Set<string>();
  const located = problems
    .map(({ row, column, message, at }) => {
      const place = at ?? places.get(column) ?? 0;
      return { row, column, cell: cellName(place, row), message, at: place };
    })
    .sort(inOrder)
    .filter(({ cell, column }) => {
      const key = `${cell} ${column}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  return gatherRuns(located)
    .sort(inOrder)
    .map(({ at, ...problem }) => problem);
}
