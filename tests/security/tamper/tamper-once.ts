import type { Envelope } from '../../../src/contracts/contract';
import { type Account, type Entry, verifyChain } from '../../../src/domain/ledger/ledger';
import type { Rollup } from '../../../src/domain/ledger/types';
import { firstBadSealDay } from '../../../src/domain/seals/seal';
import type { Seal } from '../../../src/domain/seals/types';
import type { ProofTown } from '../../proof/town';
import { type Random, randomFrom } from '../../support/random';
import { forge, households, undoOf, villageId } from './book-town';
import { type Books, booksOf, type Expected, expectedOf } from './expect';
import { forgers } from './forge-books';

export type Trial = {
  seed: number;
  kind: string;
  householdId: string;
  expected: NonNullable<Expected>;
  /** What the action said, or how it failed. */
  answered: unknown;
  /** What the domain itself says of the same books. */
  recomputed: unknown;
  found: boolean;
};

type Verdict = { firstBadSequence: number | null; badSealDay: string | null };

/** The domain's own verification, without the action. */
function recompute(town: ProofTown, householdId: string, after: Books): Verdict {
  const account = after.account as unknown as Account | null;
  const entries = after.entries as unknown as Entry[];
  const { firstBadSequence } = verifyChain(account, entries, { householdId, villageId });
  if (firstBadSequence !== null) return { firstBadSequence, badSealDay: null };
  const [rollup] = town.engine.find('rollups', {
    query: { villageId },
    order: [{ field: 'quarter', direction: 'desc' }],
  }) as unknown as Rollup[];
  const witness = rollup?.seal ?? null;
  const seals = after.seals as unknown as Seal[];
  return { firstBadSequence, badSealDay: firstBadSealDay(seals, { fromFirst: true, witness }) };
}

async function verify(town: ProofTown, householdId: string): Promise<Envelope<unknown>> {
  const input = { householdId, allSeals: true };
  return town.send('points', { action: 'verify-account', input }, town.administrator.openid);
}

const agrees = (verdict: Verdict, expected: Verdict) =>
  verdict.firstBadSequence === expected.firstBadSequence &&
  verdict.badSealDay === expected.badSealDay;

/** Whether the action called the books unsound and named the right place. */
function isFound(answer: Envelope<unknown>, expected: Verdict): boolean {
  if (!answer.ok) return false;
  const value = answer.value as Verdict & { sound: boolean };
  return !value.sound && agrees(value, expected);
}

async function tryOne(town: ProofTown, seed: number, random: Random): Promise<Trial | null> {
  const kind = random.pick(Object.keys(forgers));
  const householdId = random.pick(households);
  const writes = forgers[kind]?.(town, householdId, random) ?? [];
  const before = booksOf(town, householdId);
  const undo = undoOf(town, writes);
  await forge(town, writes);
  try {
    const after = booksOf(town, householdId);
    const expected = expectedOf(before, after, { kind, householdId });
    if (!expected) return null;
    const answer = await verify(town, householdId);
    const recomputed = recompute(town, householdId, after);
    const inDomain = kind === 'rewrite-tail' || agrees(recomputed, expected);
    const found = isFound(answer, expected) && inDomain;
    const answered = answer.ok ? answer.value : answer.error;
    return { seed, kind, householdId, expected, answered, recomputed, found };
  } finally {
    await forge(town, [...undo].reverse());
  }
}

/**
 * One tampering that changes something; what changes nothing is drawn again.
 * @param seed everything follows from it
 */
export async function tamperOnce(town: ProofTown, seed: number): Promise<Trial> {
  const random = randomFrom(seed);
  for (let draw = 0; draw < 100; draw += 1) {
    const trial = await tryOne(town, seed, random);
    if (trial) return trial;
  }
  throw new Error(`seed ${seed} changed nothing in a hundred draws`);
}

export type Tally = { edits: number; byKind: Record<string, number>; missed: Trial[] };

/** As many tamperings as asked for, on the same books, each undone before the next. */
export async function tamperMany(town: ProofTown, edits: number, seed: number): Promise<Tally> {
  const tally: Tally = { edits, byKind: {}, missed: [] };
  for (let index = 0; index < edits; index += 1) {
    const trial = await tamperOnce(town, seed + index);
    tally.byKind[trial.kind] = (tally.byKind[trial.kind] ?? 0) + 1;
    if (!trial.found) tally.missed.push(trial);
  }
  return tally;
}
