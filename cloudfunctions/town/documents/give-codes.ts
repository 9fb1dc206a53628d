import { checkCodeFrom } from '../../../src/domain/documents/check-code';
import type { Edition, Subject } from '../../../src/domain/documents/types';
import { assert } from '../../../src/domain/kernel/refusal';
import { inParallel } from '../../runtime/in-parallel';
import { partsOf } from '../../runtime/parts-of';
import type { Secret } from '../../runtime/secret';
import { readByIds } from '../../runtime/store/read-by-ids';
import type { Store } from '../../runtime/store/store';

/** What one printed thing is of, and all that is printed on it and could change. */
export type Content = { subject: Subject; facts: unknown };

const textOf = ({ subject, facts }: Content) => JSON.stringify([subject, facts]);

/** Whether an edition is of this content, also one from before a key was replaced. */
export function isEditionOf({ digest }: Edition, content: Content, secret: Secret): boolean {
  return secret.matchesKept('print', textOf(content), digest);
}

/** A transaction asks for each and writes each: as many as one has been seen to carry. */
const editionsAtOnce = 25;
const groupsAtOnce = 4;
/** Each code is one of ten million: the third time in a row means that something is wrong. */
const mostTries = 4;

async function create(store: Store, editions: readonly Edition[]): Promise<void> {
  await store.transact(async (tx) => {
    for (const edition of editions) {
      const there = await tx.get<Edition>('editions', edition.checkCode);
      assert(!there || there.digest === edition.digest, 'two contents have one check code');
      if (!there) tx.create('editions', edition.checkCode, edition);
    }
  });
}

/**
 * The edition of each content, in the same order: the one it was printed as before under the same
 * key, or a new one under a code that nothing has.
 */
export async function giveCodes(
  contents: readonly Content[],
  { store, secret, day }: { store: Store; secret: Secret; day: string },
): Promise<Edition[]> {
  const wanted = contents.map((each) => {
    return { subject: each.subject, digest: secret.sign('print', textOf(each), 32) };
  });
  const given = new Map<string, Edition>();
  const fresh: Edition[] = [];
  const taken = new Map<string, string>();
  for (let attempt = 0; attempt < mostTries && given.size < wanted.length; attempt += 1) {
    const waiting = wanted
      .filter(({ digest }) => !given.has(digest))
      .map((each) => {
        return {
          ...each,
          checkCode: checkCodeFrom(secret.sign('print', `${each.digest}\n${attempt}`)),
        };
      });
    const codes = waiting.map(({ checkCode }) => checkCode);
    const known = await readByIds<Edition>(store, 'editions', codes);
    for (const { _id, ...edition } of known) taken.set(_id, edition.digest);
    const knownOf = new Map(known.map(({ _id, ...edition }) => [_id, edition]));
    for (const { subject, digest, checkCode } of waiting) {
      if ((taken.get(checkCode) ?? digest) !== digest) continue;
      taken.set(checkCode, digest);
      const edition = knownOf.get(checkCode) ?? { ...subject, checkCode, digest, day };
      if (!knownOf.has(checkCode)) fresh.push(edition);
      given.set(digest, edition);
    }
  }
  await inParallel(partsOf(fresh, editionsAtOnce), groupsAtOnce, (group) => create(store, group));
  return wanted.map(({ digest }) => {
    const edition = given.get(digest);
    assert(edition, 'no check code was free');
    return edition;
  });
}
