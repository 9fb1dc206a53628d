import { readFileSync } from 'node:fs';
import { lintRule, verdictInWords } from '../../src/domain/scheme/linter/lint-rule';

/** `npm run -s lint-rule < FILE`: for each line `lawful` or `unlawful`, a tab, and why. */
function main() {
  const lines = readFileSync(0, 'utf8').split(/\r?\n/);
  if (lines[lines.length - 1] === '') lines.pop();
  for (const line of lines) {
    const verdict = lintRule(line);
    const word = verdict.lawful ? 'lawful' : 'unlawful';
    process.stdout.write(`${word}\t${verdictInWords(verdict)}\n`);
  }
}

main();
