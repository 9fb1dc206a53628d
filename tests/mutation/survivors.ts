/** One mutant, told by what stands in the code: line numbers move, these do not. */
export type Mutant = {
  /** Path from the root. */
  file: string;
  /** The line the mutant starts on, without its indentation. */
  line: string;
  mutator: string;
  /** What was put in its place, on one line. */
  replacement: string;
};

export type Listed = Mutant & { reason: string };

/** Blanks and line breaks count once, so that formatting alone changes no mutant. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const keyOf = ({ file, line, mutator, replacement }: Mutant): string =>
  [file, line, mutator, replacement].map(onOneLine).join('\n');

const arrow = ' → ';

/**
 * Reads the list of survivors: a heading is a reason; below it, in a fenced block, a file, indented
 * by two its line, indented by four `mutator → replacement`.
 * @throws Error for an entry without file, line or reason
 */
export function readSurvivors(markdown: string): Listed[] {
  const found: Listed[] = [];
  let [reason, file, line, fenced] = ['', '', '', false];
  for (const text of markdown.split('\n')) {
    if (text.startsWith('```')) {
      fenced = !fenced;
      [file, line] = ['', ''];
    } else if (!fenced) {
      if (text.startsWith('## ')) reason = text.slice(3).trim();
    } else if (!text.startsWith('  ')) {
      [file, line] = [text.trim(), ''];
    } else if (!text.startsWith('    ')) {
      line = text.trim();
    } else {
      const [mutator = '', ...rest] = text.trim().split(arrow);
      if (!reason || !file || !line) throw new Error(`an entry hangs in the air: ${text.trim()}`);
      found.push({ reason, file, line, mutator, replacement: rest.join(arrow) });
    }
  }
  return found;
}

/** Mutants the way the list has them, to be put under a reason. */
export function writeMutants(mutants: readonly Mutant[]): string {
  const lines: string[] = [];
  let [file, line] = ['', ''];
  for (const mutant of mutants) {
    if (mutant.file !== file) lines.push(mutant.file);
    if (mutant.file !== file || mutant.line !== line) lines.push(`  ${mutant.line}`);
    lines.push(`    ${mutant.mutator}${arrow}${mutant.replacement}`);
    [file, line] = [mutant.file, mutant.line];
  }
  return lines.join('\n');
}
