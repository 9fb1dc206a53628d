/** Rows that stand in one place of the page: what changes among them is sent without the others. */
export type Part = { id: string; keys: readonly string[]; shown: boolean };
type Group = { key: string; parts: readonly Part[] };
/** A list divided into parts, of which some are shown; `generation` counts how often anew. */
export type Parts = { generation: number; groups: readonly Group[] };
export type Keys = { key: string; keys: readonly string[] };

const same = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((key, place) => key === right[place]);

/** @param first number of the first part, for its id */
function cut(keys: readonly string[], size: number, first: number): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from < keys.length; from += size) {
    const id = String(first + parts.length);
    parts.push({ id, keys: keys.slice(from, from + size), shown: false });
  }
  return parts;
}

/** Rows behind all that were there: they fill the last part, then parts of their own. */
function withTail(parts: readonly Part[], tail: readonly string[], size: number): Part[] {
  const last = parts[parts.length - 1];
  if (last === undefined) return cut(tail, size, 0);
  const room = Math.max(0, size - last.keys.length);
  const filled = { ...last, keys: [...last.keys, ...tail.slice(0, room)] };
  return [...parts.slice(0, -1), filled, ...cut(tail.slice(room), size, parts.length)];
}

/**
 * Leaves every row in the part where it stands; a new one stands with the one before it.
 * @returns null when a row has moved to another part, one is too long, or all rows are others
 */
function refit(parts: readonly Part[], keys: readonly string[], size: number) {
  const stood = parts.flatMap((part, place) => part.keys.map((key) => ({ key, place })));
  if (
    same(
      keys,
      stood.map(({ key }) => key),
    )
  )
    return parts;
  const placeOf = new Map(stood.map(({ key, place }) => [key, place]));
  let known = keys.length;
  while (known > 0 && !placeOf.has(keys[known - 1] ?? '')) known -= 1;
  if (known === 0 && keys.length > 0 && stood.length > 0) return null;
  const fitted = parts.map((): string[] => []);
  let place = 0;
  for (const key of keys.slice(0, known)) {
    const stands = placeOf.get(key) ?? place;
    if (stands < place) return null;
    place = stands;
    fitted[place]?.push(key);
  }
  if (fitted.some(({ length }) => length > 2 * size)) return null;
  const kept = parts.map((part, at) => ({ ...part, keys: fitted[at] ?? [] }));
  return withTail(kept, keys.slice(known), size);
}

/** How many rows of a part are sent when it changes: what comes last is sent alone. */
function rowsSent(before: Part, after: Part): number {
  if (!before.shown || before === after) return 0;
  const behind = same(before.keys, after.keys.slice(0, before.keys.length));
  return after.keys.length - (behind ? before.keys.length : 0);
}

/** Shows as many rows more as one setData carries, one part at least. */
export function grow(parts: Parts, size: number): Parts {
  let room = size;
  const groups = parts.groups.map((group) => ({
    ...group,
    parts: group.parts.map((part) => {
      if (part.shown || room <= 0) return part;
      const fits = room === size || part.keys.length <= room;
      room = fits ? room - part.keys.length : 0;
      return fits ? { ...part, shown: true } : part;
    }),
  }));
  return { ...parts, groups };
}

export function isGrown({ groups }: Parts): boolean {
  return groups.every((group) => group.parts.every((part) => part.shown));
}

/**
 * Divides rows into parts of a size, of which the first are shown. What was divided before keeps
 * its parts. All begins anew when they do not fit any more, when groups have come or gone but at
 * the end, and when so much has changed that sending it is sending the whole list.
 * @param before null for the first time; comes back itself when the rows are the same
 */
export function divide(before: Parts | null, groups: readonly Keys[], size: number): Parts {
  const anew = () => {
    const cutUp = groups.map(({ key, keys }) => ({ key, parts: cut(keys, size, 0) }));
    return grow({ generation: (before?.generation ?? 0) + 1, groups: cutUp }, size);
  };
  if (before === null) return anew();
  if (before.groups.some(({ key }, place) => key !== groups[place]?.key)) return anew();
  const refitted: Group[] = [];
  let sent = 0;
  for (const [place, { key, keys }] of groups.entries()) {
    const stood = before.groups[place];
    const parts = stood ? refit(stood.parts, keys, size) : cut(keys, size, 0);
    if (parts === null) return anew();
    stood?.parts.forEach((part, at) => {
      sent += rowsSent(part, parts[at] ?? part);
    });
    refitted.push(stood?.parts === parts ? stood : { key, parts });
  }
  if (sent > 2 * size) return anew();
  if (refitted.every((group, place) => group === before.groups[place])) return before;
  const parts = { ...before, groups: refitted };
  // A row that moved to a new part is not to be gone in between.
  return isGrown(before) && sent <= size ? grow(parts, size) : parts;
}
