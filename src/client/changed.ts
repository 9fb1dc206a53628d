/** A set with an id that was not in it, or without one that was. */
export function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Parts without those that were just changed: what was wrong with them is being put right. */
export function withoutChanged<Parts extends object>(parts: Parts, changed: object): Parts {
  const left = { ...parts };
  for (const part of Object.keys(changed)) delete left[part as keyof Parts];
  return left;
}
