import { useMemo } from 'react';
import { keptScheme } from '../../client/kept-scheme';
import { useCall } from '../../client/use-call';
import { listMatters } from '../../contracts/lists';
import { type BookText, type EntryKind, openBook } from '../../domain/search/book';
import { type Found, findNearest } from '../../domain/search/find';
import { shippedTexts } from '../../domain/search/words';

type Named = { id: string; name: string };

/** What a village has of its own has no words: any two letters of its name stand for it. */
function textOf({ id, name }: Named): string {
  const pairs = [...name].slice(1).map((letter, index) => `${name[index]}${letter}`);
  return `${id} ${name}\n ${pairs.filter((pair) => /^[\u3400-\u9fff]+$/.test(pair)).join(' ')}`;
}

/** The names of what stands in a village, of a kind; null while nobody has told. */
type Standing = Partial<Record<EntryKind, readonly Named[] | null>>;

function openVillageBook(standing: Standing): (phrase: string) => Found[] {
  const shipped = new Set(openBook(shippedTexts).entries.map(({ kind, id }) => `${kind}:${id}`));
  const kinds = Object.keys(standing) as EntryKind[];
  const own = kinds.map((kind): BookText => {
    const added = (standing[kind] ?? []).filter(({ id }) => !shipped.has(`${kind}:${id}`));
    return { kind, text: added.map(textOf).join('\n') };
  });
  const book = openBook([...shippedTexts, ...own.filter(({ text }) => text !== '')]);
  const stands = ({ kind, id }: Found) => standing[kind]?.some((one) => one.id === id) ?? true;
  return (phrase) => findNearest(book, phrase).filter(stands);
}

/**
 * The search of this phone, which needs no network. Of matters and point items only those are
 * found that stand in the village, as far as this phone knows what stands there.
 */
export function useBook(villageId: string | null): (phrase: string) => Found[] {
  const { value } = useCall(listMatters, villageId === null ? null : { villageId });
  return useMemo(() => {
    const matter = value?.matters.map(({ key, name }) => ({ id: key, name })) ?? null;
    const item = villageId === null ? null : (keptScheme(villageId)?.items ?? null);
    return openVillageBook({ matter, item });
  }, [villageId, value]);
}
