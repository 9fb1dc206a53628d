function inOrder(_key: string, part: unknown): unknown {
  if (!part || typeof part !== 'object' || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two documents say the same, whatever order their fields were stored in. */
export function saysTheSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left, inOrder) === JSON.stringify(right, inOrder);
}
