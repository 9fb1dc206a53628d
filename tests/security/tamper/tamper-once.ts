import { isSignedBy } from '../../../cloudfunctions/points/load-seals';
import { createSecret } from '../../../cloudfunctions/runtime/secret';
import type { Envelope } from '../../../src/contracts/contract';
import { addDays } from '../../../src/domain/kernel/time';
import { type Account, type Entry, verifyChain } from '../../../src/domain/ledger/ledger';
import type { Rollup } from '../../../src/domain/ledger/types';
import { firstBadSealDay, sealId } from '../../../src/domain/seals/seal';
import type { Seal } from '../../../src/domain/seals/types';
import type { ProofTown } from '../../proof/town';
import { numberOf } from '../../support/household-ids';
import { type Random, randomFrom } from '../../support/random';
import { townSecret } from '../authority-platform';
import { undoOf } from '../authority-stage';
import { type BookTown, forge, householdsOf, readShelf, villageId } from './book-town';
import { booksOf, type Expected, expectedOf } from './expect';
import { forgers } from './forge-books';
import { beyondReach, type Setting } from './setting';

export type Trial = {
  seed: number;
  kind: string;
  householdId: string;
  expected: NonNullable<Expected>;
  /** What the action said, or how it failed. */
  answered: unknown;
  /** What the domain itself says of the same books. */
  recomputed: unknown;
  /** `beyond`: the books contradict nothing that is stored, for the reason the kind has. */
  verdict: 'found' | 'missed' | 'beyond';
  /** Sealing has refused and raised an alarm. */
  alarmed: boolean;
  /** The seal that was the newest says another code than was printed, or is gone. */
  contradictsPrint: boolean;
};

const guessed = createSecret('a secret the forger made up, which is not the town’s');

type Verdict = { firstBadSequence: number | null; badSealDay: string | null };
type Answer = Envelope<unknown>;

const mostPages = 20;

function askerOf(town: ProofTown, as: Setting['as'], householdId: string): { openid: string } {
  if (as === 'household') return town.head(numberOf(town, householdId));
  return town.head(as === 'cadre' ? 2 : 4);
}

/** The domain's own verification of all there is, without the action. */
function recompute(town: ProofTown, householdId: string): Verdict {
  const books = booksOf(town, householdId);
  const account = books.account as unknown as Account | null;
  const entries = books.entries as unknown as Entry[];
  const { firstBadSequence } = verifyChain(account, entries, { householdId, villageId });
  if (firstBadSequence !== null) return { firstBadSequence, badSealDay: null };
  const [rollup] = town.engine.find('rollups', {
    query: { villageId },
    order: [{ field: 'quarter', direction: 'desc' }],
  }) as unknown as Rollup[];
  const seals = books.seals as unknown as Seal[];
  const rules = {
    fromFirst: true,
    latestDay: addDays(town.today(), 1),
    isSigned: isSignedBy(townSecret),
  };
  const badSealDay = firstBadSealDay(seals, { ...rules, witness: rollup?.seal ?? null });
  return { firstBadSequence, badSealDay };
}

/** As their phone asks: page by page, until something is wrong or the first seal was reached. */
async function verify(town: ProofTown, as: Setting['as'], householdId: string): Promise<Answer> {
  const { openid } = askerOf(town, as, householdId);
  const input: { householdId: string; sealsUpTo?: string } = { householdId };
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await town.send('points', { action: 'verify-account', input }, openid);
    const older = answer.ok ? (answer.value as { olderSeals: string | null }).olderSeals : null;
    if (older === null) return answer;
    input.sealsUpTo = older;
  }
  throw new Error('the seals do not end');
}

const agrees = (verdict: Verdict, expected: Verdict) =>
  verdict.firstBadSequence === expected.firstBadSequence &&
  verdict.badSealDay === expected.badSealDay;

/** Whether the action called the books unsound and named the right place. */
function isFound(answer: Answer, expected: Verdict): boolean {
  if (!answer.ok) return false;
  const value = answer.value as Verdict & { sound: boolean };
  return !value.sound && agrees(value, expected);
}

const isSound = (answer: Answer) => answer.ok && (answer.value as { sound: boolean }).sound;

/** What hangs on the board since the last seal. */
function printedCode(town: ProofTown) {
  const newest = readShelf(town, 'seals', villageId).at(-1);
  const id = sealId(villageId, String(newest?.day));
  return { stillSays: () => town.engine.get('seals', id)?.root === newest?.root };
}

async function sealLater(town: ProofTown, seals: number): Promise<void> {
  for (let count = 0; count < seals; count += 1) {
    town.clock.advanceDays(1);
    const answer = await town.timer('jobs', 'seal-day');
    if (!answer.ok) throw new Error(`sealing failed: ${answer.error.code}`);
  }
}

/** Compared with the leaves, or told by the signature of the totals, which the action does. */
const onlyByTheAction = ['rewrite-tail', 'cut-seals'];

type Attempt = { town: BookTown; setting: Setting; seed: number; undo: () => Promise<void> };

/** Forges, seals, asks; null where the draw changed nothing. */
async function tryOne(
  { town, setting, seed, undo }: Attempt,
  random: Random,
): Promise<Trial | null> {
  const kind = random.pick(Object.keys(forgers));
  const householdId = random.pick(householdsOf(town));
  const secret = setting.forger === 'secret' ? townSecret : guessed;
  const writes = forgers[kind]?.(town, householdId, random, secret) ?? [];
  const before = booksOf(town, householdId);
  const printed = printedCode(town);
  try {
    await forge(town, writes);
    const expected = expectedOf(before, booksOf(town, householdId), { kind, householdId });
    if (!expected) return null;
    await sealLater(town, setting.seals);
    const answer = await verify(town, setting.as, householdId);
    const recomputed = recompute(town, householdId);
    const inDomain = onlyByTheAction.includes(kind) || agrees(recomputed, expected);
    const found = isFound(answer, expected) && inDomain;
    const beyond = isSound(answer) && beyondReach(kind, setting) !== null;
    return {
      ...{ seed, kind, householdId, expected, recomputed },
      answered: answer.ok ? answer.value : answer.error,
      verdict: found ? 'found' : beyond ? 'beyond' : 'missed',
      alarmed: town.engine.find('seal-alarms').length > 0,
      contradictsPrint: !printed.stillSays(),
    };
  } finally {
    await undo();
  }
}

/** One tampering that changes something; what changes nothing is drawn again. */
async function tamperOnce(attempt: Attempt): Promise<Trial> {
  const random = randomFrom(attempt.seed);
  for (let draw = 0; draw < 100; draw += 1) {
    const trial = await tryOne(attempt, random);
    if (trial) return trial;
  }
  throw new Error(`seed ${attempt.seed} changed nothing in a hundred draws`);
}

/**
 * As many tamperings as asked for, on the same books, each undone before the next.
 * @param seed of the first; everything follows from it
 */
export async function tamperMany(
  town: BookTown,
  setting: Setting,
  { edits, seed }: { edits: number; seed: number },
): Promise<Trial[]> {
  const undo = undoOf(town);
  const trials: Trial[] = [];
  for (let index = 0; index < edits; index += 1) {
    trials.push(await tamperOnce({ town, setting, seed: seed + index, undo }));
  }
  return trials;
}
