/** Every text in a value, however deep. */
export function eachTextIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(eachTextIn);
}
