import type { BenchResult, BenchRow } from './section';

function verdictOf({ aim, met }: BenchRow): string {
  if (aim === undefined) return '';
  return met ? `aim ${aim}: met` : `aim ${aim}: MISSED`;
}

/** The rows of one section as text in columns, its notes below. */
export function tableOf(name: string, { rows, notes = [] }: BenchResult): string {
  const cells = rows.map((row) => [
    row.what,
    row.unit ? `${row.value} ${row.unit}` : String(row.value),
    verdictOf(row),
  ]);
  const widths = [0, 1].map((column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0), 0),
  );
  const lines = cells.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [`== ${name}`, ...lines, ...notes.map((note) => `   ${note}`), ''].join('\n');
}
