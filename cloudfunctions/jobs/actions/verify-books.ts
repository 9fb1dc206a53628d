import { jobs } from '../../../src/contracts';
import { dayOf } from '../../../src/domain/kernel/time';
import type { Village } from '../../../src/domain/people/types';
import { alarmId, raiseAlarm, settledText } from '../../../src/domain/seals/alarm';
import { endWalk, walkOf, walkOn } from '../../../src/domain/seals/book-check';
import type { BookCheck, BookWalk, SealAlarm } from '../../../src/domain/seals/types';
import { newestAlarm } from '../../points/load-alarm';
import { loadNewestSeals } from '../../points/load-seals';
import { sealsPerWalk, walkBooks } from '../../points/walk-books';
import { defineRun, type RunContext } from '../../runtime/define-action';
import { eachForItself, inRotation } from '../../runtime/in-parallel';
import type { Secret } from '../../runtime/secret';
import { readAll } from '../../runtime/store/read-all';

type Walking = Pick<RunContext<unknown>, 'store' | 'secret' | 'nowMs' | 'hasTime'>;

/** An alarm as it stands; as settled only where the secret signed that, as sealing asks. */
function believed(alarm: SealAlarm | null, secret: Secret): SealAlarm | null {
  if (alarm?.state !== 'settled') return alarm;
  return secret.matchesKept('alarm', settledText(alarm), String(alarm.signature)) ? alarm : null;
}

/** What was found, and an alarm over what nobody has looked into, in one write. */
async function end(
  { store, secret, nowMs }: Walking,
  villageId: string,
  walk: BookWalk,
): Promise<void> {
  const newest = await newestAlarm(store, villageId);
  await store.transact(async (tx) => {
    const stored = await tx.get<BookCheck>('book-checks', villageId);
    // As it is now: somebody may have settled it since.
    const before = newest && (await tx.get<SealAlarm>('seal-alarms', alarmId(newest)));
    const { last = null, letStand = [] } = stored ?? {};
    // Another run has come to the end meanwhile.
    if (last && last.day >= walk.day) return;
    const { check, toAlarm } = endWalk(
      { villageId, last, letStand },
      walk,
      believed(before, secret),
    );
    if (toAlarm.length > 0) {
      const householdIds = toAlarm.map(({ householdId }) => householdId);
      const found = { villageId, day: walk.day, badSealDay: null, householdIds };
      const alarm = raiseAlarm({ ...found, raisedAtMs: nowMs }, before);
      tx.create('seal-alarms', alarmId(alarm), alarm);
    }
    tx.set('book-checks', villageId, check);
  });
}

/** Step by step, each kept: cut off, the next call goes on behind it. */
async function walkVillage(walking: Walking, villageId: string, found: BookWalk): Promise<boolean> {
  const { store, secret, nowMs, hasTime } = walking;
  const known = await loadNewestSeals({ read: store, secret, villageId, nowMs }, sealsPerWalk);
  let walk = found;
  for (let more = true; more; ) {
    if (!hasTime()) return false;
    const step = await walkBooks(store, villageId, walk.after, known);
    ({ more } = step);
    walk = walkOn(walk, step, step.after);
    if (!more) break;
    const kept = walk;
    await store.transact(async (tx) => {
      const stored = await tx.get<BookCheck>('book-checks', villageId);
      const { last = null, letStand = [] } = stored ?? {};
      tx.set('book-checks', villageId, { townId: 'town', villageId, last, letStand, walk: kept });
    });
  }
  await end(walking, villageId, walk);
  return true;
}

/** Every book of every village once a night; a village that was walked through is left alone. */
export const verifyBooks = defineRun({
  contract: jobs.verifyBooks,
  allow: [{ who: 'timer' }],
  async run(context) {
    const { store, nowMs, hasTime } = context;
    const day = dayOf(nowMs);
    const villages = await readAll<Village>(store, 'villages', { townId: 'town' }, 'villageId');
    const checks = await readAll<BookCheck>(store, 'book-checks', { townId: 'town' }, 'villageId');
    const checkOf = new Map(checks.map((check) => [check.villageId, check]));
    const open = villages.flatMap(({ villageId }) => {
      const walk = walkOf(checkOf.get(villageId) ?? null, day);
      return walk ? [{ villageId, walk }] : [];
    });
    let done = 0;
    const one = async ({ villageId, walk }: (typeof open)[number]) => {
      if (await walkVillage(context, villageId, walk)) done += 1;
    };
    const { errors } = await eachForItself(inRotation(open, nowMs), 1, one, hasTime);
    if (errors.length > 0) throw errors[0];
    return { done, left: open.length - done };
  },
});
