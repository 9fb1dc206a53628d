import { isPlainObject } from './values';

export type PathValues = {
  /** What the path leads to, in every element of every list on the way. */
  values: unknown[];
  /** Whether a list stood on the way or at the end. */
  throughList: boolean;
};

const digits = /^\d+$/;

function collect(value: unknown, parts: string[], at: number, into: PathValues): void {
  const part = parts[at];
  if (part === undefined) {
    if (Array.isArray(value)) {
      into.throughList = true;
      if (value.length === 0) into.values.push(undefined);
      for (const item of value) into.values.push(item);
    } else into.values.push(value);
    return;
  }
  if (Array.isArray(value)) {
    into.throughList = true;
    if (digits.test(part)) collect(value[Number(part)], parts, at + 1, into);
    else for (const item of value) collect(item, parts, at, into);
    return;
  }
  collect(isPlainObject(value) ? value[part] : undefined, parts, at + 1, into);
}

/** The values an index keeps for a document; a missing field counts as one undefined. */
export function valuesAt(document: Record<string, unknown>, path: string): PathValues {
  const into: PathValues = { values: [], throughList: false };
  if (!path.includes('.')) collect(document[path], [], 0, into);
  else collect(document, path.split('.'), 0, into);
  if (into.values.length === 0) into.values.push(undefined);
  return into;
}
