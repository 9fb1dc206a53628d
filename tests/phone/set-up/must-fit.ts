import type { Contract } from '../../../src/contracts/contract';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Where the two differ first, as `lines.0.points`; null where they are the same. */
function differenceOf(given: unknown, kept: unknown, path: string[] = []): string | null {
  if (!isObject(given) || !isObject(kept)) return Object.is(given, kept) ? null : path.join('.');
  for (const key of new Set([...Object.keys(given), ...Object.keys(kept)])) {
    const difference = differenceOf(given[key], kept[key], [...path, key]);
    if (difference !== null) return difference;
  }
  return null;
}

/**
 * Throws where a value is not as its schema says, or would not arrive as it was given.
 * @param said whose value it is
 */
export function mustFit(schema: Contract['value'], given: unknown, said: string): void {
  // As it goes over the wire: what is undefined is not there.
  const sent: unknown = JSON.parse(JSON.stringify(given) ?? 'null');
  const parsed = schema.safeParse(sent);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
    const where = [...(issue?.path ?? []), ...keys].join('.');
    throw new Error(`${said} does not fit: ${where}: ${issue?.code}`);
  }
  const difference = differenceOf(sent, parsed.data);
  if (difference !== null) throw new Error(`${said} does not fit: ${difference} is not in it`);
}
