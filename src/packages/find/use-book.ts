import { useEffect, useMemo } from 'react';
import { keptScheme } from '../../client/kept-scheme';
import { useCall } from '../../client/use-call';
import type { ValueOf } from '../../contracts/contract';
import { listMatters } from '../../contracts/lists';
import { listWords } from '../../contracts/search';
import { type BookText, type EntryKind, entriesIn, openBook } from '../../domain/search/book';
import { type Found, findNearest } from '../../domain/search/find';
import { foldPhrase } from '../../domain/search/fold';
import { shippedTexts } from '../../domain/search/words';
import { keepWords, keptWords } from './kept-words';

type Named = { id: string; name: string };

const textOf = ({ id, name }: Named) => `${id} ${name}`;

/** The names of what stands in a village, of a kind; null while nobody has told. */
type Standing = Partial<Record<EntryKind, readonly Named[] | null>>;

type Words = ValueOf<typeof listWords>['entries'];

const shippedNames = new Map(
  entriesIn(shippedTexts).map(({ kind, id, name }) => [`${kind}:${id}`, name]),
);

/** What a village says for things. */
function textsOfWords(words: Words, nameOf: (address: string) => string | undefined): BookText[] {
  return words.flatMap(({ kind, id, words: said }) => {
    const name = nameOf(`${kind}:${id}`);
    if (name === undefined) return [];
    return [{ kind, text: `${id} ${name}\n ${said.map(foldPhrase).join(' ')}` }];
  });
}

function openVillageBook(standing: Standing, words: Words): (phrase: string) => Found[] {
  const kinds = Object.keys(standing) as EntryKind[];
  const ownNames = new Map<string, string>();
  const own = kinds.map((kind): BookText => {
    const added = (standing[kind] ?? []).filter(({ id }) => !shippedNames.has(`${kind}:${id}`));
    for (const { id, name } of added) ownNames.set(`${kind}:${id}`, name);
    return { kind, text: added.map(textOf).join('\n') };
  });
  const nameOf = (address: string) => shippedNames.get(address) ?? ownNames.get(address);
  const added = [...own.filter(({ text }) => text !== ''), ...textsOfWords(words, nameOf)];
  const book = openBook([...shippedTexts, ...added]);
  const stands = ({ kind, id }: Found) => standing[kind]?.some((one) => one.id === id) ?? true;
  return (phrase) => findNearest(book, phrase).filter(stands);
}

const noWords: Words = [];

/**
 * The search of this phone, which needs no network. Of matters and point items only those are
 * found that stand in the village, as far as this phone knows what stands there; the words that
 * the village added are those this phone last saw.
 */
export function useBook(villageId: string | null): (phrase: string) => Found[] {
  const asked = villageId === null ? null : { villageId };
  const { value } = useCall(listMatters, asked);
  const told = useCall(listWords, asked).value;
  useEffect(() => {
    if (villageId !== null && told) keepWords(villageId, told);
  }, [villageId, told]);
  return useMemo(() => {
    const matter = value?.matters.map(({ key, name }) => ({ id: key, name })) ?? null;
    const item = villageId === null ? null : (keptScheme(villageId)?.items ?? null);
    const words = told ?? (villageId === null ? null : keptWords(villageId));
    return openVillageBook({ matter, item }, words?.entries ?? noWords);
  }, [villageId, value, told]);
}
