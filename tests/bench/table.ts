import type { BenchResult, BenchRow } from './section';

/** One section as a part of the table; the heading says what it was measured on. */
export type Part = BenchResult & { heading: string };

function verdictOf({ aim, met }: BenchRow): string {
  if (aim === undefined) return '';
  return `${aim}: ${met ? 'met' : 'MISSED'}`;
}

function figureOf({ value, unit, of }: BenchRow): string {
  const figure = unit ? `${value} ${unit}` : String(value);
  return of === undefined ? figure : `${figure} · ${of}`;
}

/** Figures come last: some are long, and nothing has to line up behind them. */
const cellsOf = (row: BenchRow) => [row.what, verdictOf(row), figureOf(row)];

/** All parts as one text in columns, with the notes of each below it. */
export function tableOf(parts: readonly Part[]): string {
  const titles = ['what', 'aim', 'figure'];
  const all = [titles, ...parts.flatMap(({ rows }) => rows.map(cellsOf))];
  const widths = [0, 1].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const inColumns = (line: string[]) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const lines = parts.flatMap(({ heading, rows, notes = [] }) => [
    '',
    `== ${heading}`,
    ...rows.map((row) => inColumns(cellsOf(row))),
    ...notes.map((note) => `   ${note}`),
  ]);
  return [inColumns(titles), ...lines, ''].join('\n');
}
