import { readFileSync } from 'node:fs';
import { type EntryKind, openBook } from '../../src/domain/search/book';
import { findNearest } from '../../src/domain/search/find';
import { shippedTexts } from '../../src/domain/search/words';

/** Where a page lies is the phone's business. */
const printed: readonly EntryKind[] = ['matter', 'certificate', 'item', 'goods'];

/** `npm run -s find < FILE`: for each line what it leads to, the best three, nearest first. */
function main() {
  const lines = readFileSync(0, 'utf8').split(/\r?\n/);
  if (lines[lines.length - 1] === '') lines.pop();
  const book = openBook(shippedTexts);
  for (const line of lines) {
    const best = findNearest(book, line, printed).slice(0, 3);
    process.stdout.write(`${best.map(({ kind, id }) => `${kind}:${id}`).join('\t')}\n`);
  }
}

main();
