import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';
import { mostEntriesWithWords, mostWordsOfAnEntry } from './limits';

/** What the word book leads to, beside pages of the app. */
export const wordKind = z.enum(['matter', 'certificate', 'item', 'goods']);

const word = f.text(14);

export const listWords = contract({
  functionName: 'lists',
  action: 'list-words',
  title: '看本村添的叫法',
  kind: 'query',
  input: z.strictObject({ villageId: f.slug }),
  value: z.object({
    entries: f.listOf(
      z.object({ kind: wordKind, id: f.slug, words: f.listOf(z.string(), mostWordsOfAnEntry) }),
      mostEntriesWithWords,
    ),
  }),
  refusals: ['village-not-found'],
});

/** What people here say for one entry of the word book; no words take its words back. */
export const saveWords = contract({
  functionName: 'lists',
  action: 'save-words',
  title: '添本村的叫法',
  kind: 'command',
  input: z.strictObject({
    villageId: f.slug,
    kind: wordKind,
    id: f.slug,
    words: z.array(word).check(z.maxLength(mostWordsOfAnEntry)),
  }),
  value: z.object({ words: z.int() }),
  said: ['words'],
  logged: ['villageId', 'kind', 'id'],
  refusals: [
    'village-not-found',
    'entry-unknown',
    'words-say-nothing',
    'word-taken',
    'words-unchanged',
    'word-book-full',
    'private-number',
  ],
});
