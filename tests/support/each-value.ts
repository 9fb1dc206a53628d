/** Calls back with every value of a document and its path. */
export function eachValue(
  value: unknown,
  path: string,
  found: (path: string, value: unknown) => void,
): void {
  if (Array.isArray(value)) {
    for (const each of value) eachValue(each, `${path}[]`, found);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, each] of Object.entries(value)) {
      eachValue(each, path === '' ? key : `${path}.${key}`, found);
    }
  } else found(path, value);
}
