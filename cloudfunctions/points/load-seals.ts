import * as f from '../../src/contracts/fields';
import { addDays, dayOf, firstDayOfQuarter, quarterOf } from '../../src/domain/kernel/time';
import { rollupId } from '../../src/domain/ledger/rollup';
import type { Rollup } from '../../src/domain/ledger/types';
import type { SealRules, SealWitness, UnsignedSeal } from '../../src/domain/seals/seal';
import type { Seal } from '../../src/domain/seals/types';
import type { Secret } from '../runtime/secret';
import type { Reader } from '../runtime/store/store';
import { newestSeals } from './newest-seals';

/** So many a call looks through: a page is read in one request and fits into memory. */
export const sealsPerPage = 60;

export function signSeal(seal: UnsignedSeal, secret: Secret): Seal {
  return { ...seal, signature: secret.sign('seal', seal.hash) };
}

const signatureLength = 64;

/** A forger may have written anything in its place. */
function isSignature(signature: unknown): signature is string {
  return typeof signature === 'string' && signature.length === signatureLength;
}

export function isSignedBy(secret: Secret): (seal: Seal) => boolean {
  return ({ hash, signature }) =>
    isSignature(signature) && secret.matchesKept('seal', hash, signature);
}

/** A seal that was tampered with may not even name a day. */
export const isDay = (day: unknown) => f.day.safeParse(day).success;

type Village = { read: Reader; secret: Secret; villageId: string; nowMs: number };

const witnessText = ({ villageId, quarter, seal }: Rollup) =>
  `${villageId} ${quarter} ${seal.day} ${seal.hash}`;

/** Totals that name the seal they were made with, in words only the secret can sign. */
export function signWitness(rollup: Rollup, secret: Secret): Rollup {
  const signature = secret.sign('seal', witnessText(rollup));
  return { ...rollup, seal: { ...rollup.seal, signature } };
}

/** A witness that no seal agrees with. */
const nobody = (day: string): SealWitness => ({ day, hash: '' });

/** Whether these totals are of the village and quarter they are kept under, and signed. */
function witnessOf(rollup: Rollup, { villageId, secret }: Village, quarter: string): SealWitness {
  const { day, hash, signature } = rollup.seal;
  const text = witnessText({ ...rollup, villageId, quarter });
  return isSignature(signature) && secret.matchesKept('seal', text, signature)
    ? { day, hash }
    : nobody(day);
}

/**
 * The seal that the newest totals name: those of this quarter, of the one before, or of the newest
 * seal's own. Where there are seals there are totals.
 */
async function readWitness(
  village: Village,
  newest: Seal | undefined,
): Promise<SealWitness | null> {
  const { read, villageId, nowMs } = village;
  const quarter = quarterOf(dayOf(nowMs));
  const before = quarterOf(addDays(firstDayOfQuarter(quarter), -1));
  const quarters = new Set([quarter, before]);
  if (isDay(newest?.day)) quarters.add(quarterOf(String(newest?.day)));
  const found = await Promise.all(
    [...quarters].map(async (each) => {
      const rollup = await read.get<Rollup>('rollups', rollupId(villageId, each));
      return rollup ? [witnessOf(rollup, village, each)] : [];
    }),
  );
  const [witness] = found.flat().sort((left, right) => (left.day < right.day ? 1 : -1));
  return witness ?? (newest ? nobody(String(newest.day)) : null);
}

/** Seals oldest first, and what they have to stand up to. */
export type Seals = { seals: Seal[]; rules: SealRules };

/** Somebody sealed just behind midnight while this call began before it. */
const latestDayAt = (nowMs: number) => addDays(dayOf(nowMs), 1);

/**
 * The newest seals, and then their witness, written with the newest: a seal it does not know is
 * forged. One that it knows and that is not there may have been made in between: read once more.
 */
export async function loadNewestSeals(village: Village, limit: number): Promise<Seals> {
  const { read, villageId, nowMs, secret } = village;
  let seals = await newestSeals(read, villageId, { limit });
  let witness = await readWitness(village, seals[0]);
  if (seals[0]?.hash !== witness?.hash) {
    seals = await newestSeals(read, villageId, { limit });
    witness = await readWitness(village, seals[0]);
  }
  const rules = { witness, latestDay: latestDayAt(nowMs), isSigned: isSignedBy(secret) };
  return { seals: seals.reverse(), rules: { ...rules, fromFirst: seals.length < limit } };
}

/** The page that ends with the seal of a day, which the page behind it has begun with. */
export async function loadSealsUpTo(village: Village, day: string): Promise<Seals> {
  const { read, villageId, nowMs, secret } = village;
  const seals = await newestSeals(read, villageId, {
    limit: sealsPerPage,
    before: addDays(day, 1),
  });
  const rules = { witness: null, latestDay: latestDayAt(nowMs), isSigned: isSignedBy(secret) };
  return { seals: seals.reverse(), rules: { ...rules, fromFirst: seals.length < sealsPerPage } };
}
