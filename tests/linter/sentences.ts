import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Labelled = { label: 'lawful' | 'unlawful'; sentence: string };

/** The first half: what its writer knew while the linter was made. A line: label, tab, sentence. */
export function firstHalf(): Labelled[] {
  const text = readFileSync(path.join(__dirname, 'sentences.tsv'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [label, sentence = ''] = line.split('\t');
      return { label: label as Labelled['label'], sentence };
    });
}
