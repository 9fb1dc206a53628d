import { retentionDays } from '../../src/domain/people/retention';
import type { FreeText, Kind } from './kind';
import { kindPage } from './kinds';

/** `a.*` stands for everything below `a`, `*` for everything. */
export function covers(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
}

/** What the card of a collection says of the words in one of its fields. */
export function freeTextAt({ freeText }: Kind, path: string): FreeText | null {
  if (freeText === 'none') return null;
  const [, said = null] = Object.entries(freeText).find(([each]) => covers(each, path)) ?? [];
  return said;
}

const saysWhy = (words: unknown) => typeof words === 'string' && words.length > 10;

function saysWhose({ owner }: Kind): boolean {
  if (!owner) return false;
  if (owner.whose === 'nobody') return saysWhy(owner.because);
  return owner.whose === 'town' || Boolean(owner.by);
}

function saysHowLong({ kept, unreached }: FreeText): boolean {
  const isKnown = typeof kept === 'string' ? kept in retentionDays : saysWhy(kept?.stays);
  return isKnown && (unreached === undefined || saysWhy(unreached));
}

function saysWhenWordsGo({ freeText }: Kind): boolean {
  if (!freeText || freeText === 'none') return freeText === 'none';
  const fields = Object.values(freeText);
  return fields.length > 0 && fields.every(saysHowLong);
}

function saysHowCompared({ compared }: Kind): boolean {
  if (!compared) return false;
  return 'elsewhere' in compared
    ? saysWhy(compared.elsewhere)
    : typeof compared.stored === 'function' && typeof compared.model === 'function';
}

function saysWhoReads({ readers }: Kind): boolean {
  return Boolean(readers?.may && readers.insiders && readers.outsiders);
}

/** What a collection's card leaves open, one sentence each. */
export function problemsOfKind(collection: string, kind: Kind): string[] {
  const parts = {
    'whose it is, or why nobody’s (owner)': saysWhose,
    'who may read it (readers)': saysWhoReads,
    'when the words people write there are gone, or why they stay (freeText)': saysWhenWordsGo,
    'how the model compares it, or which proof looks at it (compared)': saysHowCompared,
  };
  return Object.entries(parts)
    .filter(([, isSaid]) => !isSaid(kind))
    .map(([part]) => `the card of ${collection} does not say ${part} (${kindPage})`);
}
