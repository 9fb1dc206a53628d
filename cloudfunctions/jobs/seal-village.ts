import { addDays, dayOf } from '../../src/domain/kernel/time';
import type { Account } from '../../src/domain/ledger/ledger';
import { rollupId } from '../../src/domain/ledger/rollup';
import { alarmId, letsTheBooksStand, raiseAlarm, settledText } from '../../src/domain/seals/alarm';
import { chainsNotKept, headsNotKept } from '../../src/domain/seals/kept-heads';
import { firstBadSealDay, sealAccounts, sealId, sealIsWhole } from '../../src/domain/seals/seal';
import type { Seal, SealAlarm } from '../../src/domain/seals/types';
import { newestAlarm } from '../points/load-alarm';
import {
  isSignedBy,
  loadNewestSeals,
  sealsPerPage,
  signSeal,
  signWitness,
} from '../points/load-seals';
import { newestSeals } from '../points/newest-seals';
import type { Secret } from '../runtime/secret';
import { readAll } from '../runtime/store/read-all';
import type { Store, Transaction } from '../runtime/store/store';
import { makeRollups } from './make-rollups';

type Sealing = { store: Store; secret: Secret; villageId: string; day: string; nowMs: number };

/**
 * Whether another run has sealed the village since its newest seal was read: the same day, or the
 * one on the other side of a midnight that passed meanwhile. Both write the quarter's totals, so
 * that they collide.
 */
async function wasSealedMeanwhile(tx: Transaction, { villageId, day }: Sealing, newest: string) {
  for (const each of [addDays(day, -1), day, addDays(day, 1)]) {
    if (each > newest && (await tx.get<Seal>('seals', sealId(villageId, each)))) return true;
  }
  return false;
}

type Found = Pick<SealAlarm, 'badSealDay' | 'householdIds'>;

/** Nothing is sealed that does not go on from what was sealed: two people have to look first. */
async function alarm(
  { store, villageId, day, nowMs }: Sealing,
  before: SealAlarm | null,
  found: Found,
): Promise<void> {
  const raised = raiseAlarm({ villageId, day, raisedAtMs: nowMs, ...found }, before);
  const id = alarmId(raised);
  await store.transact(async (tx) => {
    if (!(await tx.get<SealAlarm>('seal-alarms', id))) tx.create('seal-alarms', id, raised);
  });
}

/** Two people let the books stand as they are, and nobody has sealed over it since. */
function isLetStand(settled: SealAlarm | null, newest: Seal | null, secret: Secret): boolean {
  if (!settled || !letsTheBooksStand(settled)) return false;
  const isSigned = secret.matchesKept('alarm', settledText(settled), String(settled.signature));
  return isSigned && (newest === null || newest.day < settled.day);
}

async function write(sealing: Sealing, seal: Seal, rollups: Rollups, newest: string) {
  const { store, secret, villageId, day } = sealing;
  await store.transact(async (tx) => {
    if (await wasSealedMeanwhile(tx, sealing, newest)) return;
    tx.create('seals', sealId(villageId, day), seal);
    for (const rollup of rollups) {
      tx.set('rollups', rollupId(villageId, rollup.quarter), signWitness(rollup, secret));
    }
  });
}

type Rollups = Awaited<ReturnType<typeof makeRollups>>['rollups'];

/** What two people let stand: sealed as it is, and the seal says so for good. */
async function sealOver(sealing: Sealing, accounts: readonly Account[], over: SealAlarm) {
  const { store, secret, villageId, day, nowMs } = sealing;
  const known = await newestSeals(store, villageId, { limit: sealsPerPage });
  const isSigned = isSignedBy(secret);
  const last = known.find((each) => sealIsWhole(each) && isSigned(each)) ?? null;
  const unsigned = sealAccounts(villageId, day, accounts, nowMs, last, alarmId(over));
  const seal = signSeal(unsigned, secret);
  const made = await makeRollups(store, accounts, { seal, previous: null, nowMs });
  // Not the day of the last sound one: a changed one behind it is no other run's.
  await write(sealing, seal, made.rollups, String(known[0]?.day ?? ''));
  return made.householdsRead;
}

/**
 * A day is sealed once; a village that has its seal is left alone, and so is one whose alarm waits.
 * @returns how many households' entries were read
 */
export async function sealVillage(
  parts: Omit<Sealing, 'day'>,
): Promise<{ householdsRead: number }> {
  const { store, secret, villageId, nowMs } = parts;
  const sealing = { ...parts, day: dayOf(nowMs) };
  const nothing = { householdsRead: 0 };
  const before = await newestAlarm(store, villageId);
  if (before?.state === 'open') return nothing;
  const { seals, rules } = await loadNewestSeals({ read: store, secret, villageId, nowMs }, 1);
  const previous = seals.at(-1) ?? null;
  const readAccounts = () => readAll<Account>(store, 'accounts', { villageId }, 'householdId');
  if (before && isLetStand(before, previous, secret)) {
    return { householdsRead: await sealOver(sealing, await readAccounts(), before) };
  }
  const badSealDay = firstBadSealDay(seals, { ...rules, fromFirst: false });
  if (badSealDay !== null) {
    await alarm(sealing, before, { badSealDay, householdIds: [] });
    return nothing;
  }
  // Begun before midnight, and overtaken by a run of the new day.
  if (previous && previous.day >= sealing.day) return nothing;
  const accounts = await readAccounts();
  const turned = previous ? headsNotKept(previous, accounts) : [];
  if (turned.length > 0) {
    await alarm(sealing, before, { badSealDay: null, householdIds: turned });
    return nothing;
  }
  const unsigned = sealAccounts(villageId, sealing.day, accounts, nowMs, previous);
  const seal = signSeal(unsigned, secret);
  const made = await makeRollups(store, accounts, { seal, previous, nowMs });
  const broken = previous ? chainsNotKept(previous, accounts, made.newEntries) : [];
  if (broken.length > 0) await alarm(sealing, before, { badSealDay: null, householdIds: broken });
  else await write(sealing, seal, made.rollups, previous?.day ?? '');
  return made;
}
