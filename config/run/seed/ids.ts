import { createHash } from 'node:crypto';
import { encodeTime } from 'ulid';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The command id of one seeding step: the same step gives the same id, so seeding that was cut off
 * can be run again and nothing happens twice.
 * @param atMs places it in time, as the lists are ordered by it
 */
export function seedCommandId(label: string, atMs: number): string {
  const digest = createHash('sha256').update(label).digest();
  const tail = Array.from(digest.subarray(0, 16), (byte) => crockford[byte % 32]).join('');
  return `${encodeTime(atMs, 10)}${tail}`;
}
