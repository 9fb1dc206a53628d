import { ObjectId } from 'bson';
import { invalidParameter } from './errors';

const known = new Map<string, WeakRef<ObjectId>>();
const forgotten = new FinalizationRegistry((digits: string) => {
  if (known.get(digits)?.deref() === undefined) known.delete(digits);
});

/**
 * The one ObjectId of these 24 hexadecimal digits: equal ids are the same object, so that documents
 * are found under them as they are under text.
 * @throws DatabaseError INVALID_PARAM for anything but 24 digits
 */
export function objectIdOf(digits: string): ObjectId {
  if (!/^[0-9a-f]{24}$/i.test(digits)) {
    throw invalidParameter(`An ObjectId has 24 hexadecimal digits, not '${digits}'`);
  }
  const key = digits.toLowerCase();
  const kept = known.get(key)?.deref();
  if (kept !== undefined) return kept;
  const made = new ObjectId(key);
  known.set(key, new WeakRef(made));
  forgotten.register(made, key);
  return made;
}
