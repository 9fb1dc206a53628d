import type { Entry } from '../../../src/domain/ledger/ledger';
import type { Rollup } from '../../../src/domain/ledger/types';
import type { Seal } from '../../../src/domain/seals/types';
import { compare, type Data, sha256, sum } from './data';

/**
 * A call dates all it writes with the moment it began: what is dated so much before a seal was
 * surely there when the seal was made. Longer than any call runs.
 */
const longestCallMs = 600_000;

const nameOf = ({ villageId, day }: Seal) => `seal ${villageId}.${day}`;

/** RFC 6962 §2.1, written down a second time. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return sha256([]);
  if (leaves.length === 1) return sha256([Buffer.from([0]), only]);
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return sha256([Buffer.from([1]), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split))]);
}

/** What a seal must say of itself, written down a second time. */
function hashOf({ villageId, day, number, root, sealedAtMs, previousHash }: Seal): string {
  const fields = [villageId, day, number, root, sealedAtMs, previousHash];
  return sha256([JSON.stringify(fields)]).toString('hex');
}

function checkSeal(seal: Seal, { entriesOf }: Data): string[] {
  const name = nameOf(seal);
  const texts = seal.leaves.map((leaf) =>
    Buffer.from(`${leaf.householdId}\n${leaf.sequence}\n${leaf.headHash}`),
  );
  const heads = seal.leaves.flatMap(({ householdId, sequence, headHash }) => {
    const entry = entriesOf.get(householdId)?.[sequence - 1];
    return compare(`${name} head of ${householdId}`, headHash, entry?.hash);
  });
  return [
    ...compare(`${name} root`, seal.root, rootOf(texts).toString('hex')),
    ...compare(`${name} hash`, seal.hash, hashOf(seal)),
    ...heads,
  ];
}

/** One leaf for each account that was there, up to what stood in it. */
function checkLeaves(seal: Seal, { accounts, entriesOf }: Data): string[] {
  const name = nameOf(seal);
  const sealed = new Map(seal.leaves.map((leaf) => [leaf.householdId, leaf.sequence]));
  const twice = seal.leaves.length - sealed.size;
  const short = accounts.flatMap(({ householdId, villageId }) => {
    if (villageId !== seal.villageId) return [];
    const there = (entriesOf.get(householdId) ?? []).filter(
      ({ atMs }) => atMs < seal.sealedAtMs - longestCallMs,
    ).length;
    const sequence = sealed.get(householdId) ?? 0;
    return sequence < there ? [`${name} holds ${sequence} of ${there} of ${householdId}`] : [];
  });
  return [...(twice > 0 ? [`${name} has ${twice} leaves too many`] : []), ...short];
}

/** A village's seals follow one another without a gap. */
function checkOrder(seals: readonly Seal[]): string[] {
  const last = new Map<string, { number: number; hash: string }>();
  const inOrder = [...seals].sort((left, right) => (left.day < right.day ? -1 : 1));
  return inOrder.flatMap((seal) => {
    const before = last.get(seal.villageId) ?? { number: 0, hash: '0'.repeat(64) };
    last.set(seal.villageId, seal);
    return [
      ...compare(`${nameOf(seal)} number`, seal.number, before.number + 1),
      ...compare(`${nameOf(seal)} previous hash`, seal.previousHash, before.hash),
    ];
  });
}

function totalsOf(entries: readonly Entry[], over: ReadonlySet<string>) {
  // A reversal that names its field takes back what this quarter holds.
  const isIssued = ({ kind, cause }: Entry) =>
    kind === 'award' || (kind === 'reverse' && cause.fieldId !== undefined);
  const awards = entries.filter(isIssued);
  const earned = entries.filter(
    (entry) => (isIssued(entry) || entry.kind === 'carry-in') && !over.has(entry.householdId),
  );
  const by = (from: readonly Entry[], keyOf: (entry: Entry) => string | undefined) => {
    const totals: Record<string, number> = {};
    for (const entry of from) {
      const key = keyOf(entry);
      if (key && entry.honour !== 0) totals[key] = (totals[key] ?? 0) + entry.honour;
    }
    return Object.entries(totals).sort(([left], [right]) => (left < right ? -1 : 1));
  };
  const redeemed = entries.filter(({ kind }) => kind === 'redeem').map(({ held }) => -held);
  return {
    pointsIssued: sum(awards.map(({ honour }) => honour)),
    redeemed: sum(redeemed),
    reversed: entries.filter(({ kind }) => kind === 'reverse').length,
    byHousehold: by(earned, ({ householdId }) => householdId).filter(([, points]) => points > 0),
    byField: by(awards, ({ cause }) => cause.fieldId ?? undefined),
  };
}

/** The rank of each is one more than those who have more. */
function checkRanks(name: string, { standings }: Rollup): string[] {
  return standings.flatMap(({ householdId, points, rank }) => {
    const better = standings.filter((other) => other.points > points).length;
    return compare(`${name} rank of ${householdId}`, rank, better + 1);
  });
}

/**
 * A quarter's totals are the sums of what the seal beside them holds. Where something was posted
 * while they were made they may hold that too, and are left alone.
 */
function checkRollup(rollup: Rollup, { seals, accounts, entriesOf }: Data): string[] {
  const { villageId, quarter, madeAtMs } = rollup;
  const name = `totals ${villageId}.${quarter}`;
  const seal = seals.find((each) => each.villageId === villageId && each.day === rollup.seal.day);
  const sealed = new Map(seal?.leaves.map((leaf) => [leaf.householdId, leaf.sequence]));
  const ours = accounts
    .filter((account) => account.villageId === villageId)
    .flatMap(({ householdId }) => entriesOf.get(householdId) ?? []);
  const isSealed = ({ householdId, sequence }: Entry) => sequence <= (sealed.get(householdId) ?? 0);
  const meanwhile = ours.some((entry) => !isSealed(entry) && entry.atMs < madeAtMs + longestCallMs);
  const witness = compare(`${name} seal`, rollup.seal.hash, seal?.hash);
  if (meanwhile) return witness;
  const inSeal = ours.filter(isSealed);
  const ends = inSeal.filter(({ kind }) => kind === 'merge-out' || kind === 'end');
  const over = new Set(ends.map(({ householdId }) => householdId));
  const totals = totalsOf(
    inSeal.filter((entry) => entry.quarter === quarter),
    over,
  );
  const pairs = (list: readonly (readonly [string, number])[]) =>
    [...list].sort(([left], [right]) => (left < right ? -1 : 1));
  const { standings, byField } = rollup;
  return [
    ...witness,
    ...compare(`${name} issued`, rollup.pointsIssued, totals.pointsIssued),
    ...compare(`${name} redeemed`, rollup.redeemed, totals.redeemed),
    ...compare(`${name} reversed`, rollup.reversed ?? 0, totals.reversed),
    ...compare(`${name} households`, rollup.households, sealed.size - over.size),
    ...compare(`${name} with points`, rollup.householdsWithPoints, totals.byHousehold.length),
    ...compare(
      `${name} standings`,
      pairs(standings.map(({ householdId, points }) => [householdId, points] as const)),
      totals.byHousehold,
    ),
    ...compare(
      `${name} fields`,
      pairs(byField.map(({ fieldId, points }) => [fieldId, points] as const)),
      totals.byField,
    ),
    ...checkRanks(name, rollup),
  ];
}

/** Seals verify, follow one another and leave no account out; totals are what they hold. */
export function sealViolations(data: Data): string[] {
  return [
    ...data.seals.flatMap((seal) => [...checkSeal(seal, data), ...checkLeaves(seal, data)]),
    ...checkOrder(data.seals),
    ...data.rollups.flatMap((rollup) => checkRollup(rollup, data)),
  ];
}
