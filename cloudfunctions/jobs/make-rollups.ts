import { dayMs, firstDayOfQuarter, startOfDayMs } from '../../src/domain/kernel/time';
import type { Account, Entry } from '../../src/domain/ledger/ledger';
import { addToRollup, quartersToRollUp, rollUp, rollupId } from '../../src/domain/ledger/rollup';
import type { Rollup } from '../../src/domain/ledger/types';
import { helpedIn } from '../../src/domain/people/proxy';
import type { HouseholdProxy } from '../../src/domain/people/types';
import type { Seal } from '../../src/domain/seals/types';
import { inParallel } from '../runtime/in-parallel';
import { readAll } from '../runtime/store/read-all';
import type { Store } from '../runtime/store/store';

const householdsAtOnce = 6;
/** A household's quarter mostly fits in. */
const entriesPerPage = 20;

/** Clocks of functions differ: an entry may be dated before the one it follows. */
const clocksDifferMs = dayMs;

/** Entries up to the sealed head, from the newest back; none posted since, nor any too old. */
async function readBack(
  store: Store,
  { householdId, sequence }: Account,
  { behind, wanted }: { behind: number; wanted: (entry: Entry) => boolean },
): Promise<Entry[]> {
  const found: Entry[] = [];
  let from = sequence + 1;
  while (from > behind + 1) {
    const page = await store.query<Entry>('entries', {
      where: { householdId },
      order: { field: 'sequence', direction: 'desc' },
      after: from,
      limit: Math.min(entriesPerPage, from - 1 - behind),
    });
    found.push(...page.filter(wanted));
    const oldest = page.at(-1);
    if (!oldest || !wanted(oldest)) break;
    from = oldest.sequence;
  }
  return found;
}

type Sealing = { seal: Seal; previous: Seal | null; nowMs: number };
type Quarters = ReturnType<typeof quartersToRollUp>;

/** Stored totals that stand exactly at the seal before, by quarter. */
async function loadBases(
  store: Store,
  quarters: Quarters,
  { seal, previous }: Sealing,
): Promise<Map<string, Rollup>> {
  const bases = new Map<string, Rollup>();
  for (const { quarter, closes } of quarters) {
    if (closes || !previous) continue;
    const stored = await store.get<Rollup>('rollups', rollupId(seal.villageId, quarter));
    if (stored?.seal.hash === previous.hash) bases.set(quarter, stored);
  }
  return bases;
}

/** Where the entries of these quarters begin; never, where there is none. */
function startMsOf(quarters: Quarters): number {
  const starts = quarters.map(({ quarter }) => startOfDayMs(firstDayOfQuarter(quarter)));
  return Math.min(...starts) - clocksDifferMs;
}

/**
 * Totals of the quarters a seal speaks of. Those that stand at the seal before are carried on by
 * what was posted since; others are computed from the entries of the quarter.
 * @returns the entries behind the seal before, and how many households' were read, as well
 */
export async function makeRollups(
  store: Store,
  accounts: readonly Account[],
  sealing: Sealing,
): Promise<{ rollups: Rollup[]; newEntries: Entry[]; householdsRead: number }> {
  const { seal, previous, nowMs } = sealing;
  const quarters = quartersToRollUp(seal.day, previous?.day ?? null);
  const bases = await loadBases(store, quarters, sealing);
  const onlyNew = bases.size === quarters.length;
  const sinceMs = startMsOf(quarters.filter(({ quarter }) => !bases.has(quarter)));
  const leaves = previous?.leaves ?? [];
  const sealed = new Map(leaves.map(({ householdId, sequence }) => [householdId, sequence]));
  const sealedOf = (householdId: string) => sealed.get(householdId) ?? 0;
  const isNew = (entry: Entry) => entry.sequence > sealedOf(entry.householdId);
  // What is new since the seal before is read whole: whether it goes on from there is looked at.
  const wanted = (entry: Entry) => entry.atMs >= sinceMs || (previous !== null && isNew(entry));
  const read = accounts.filter((each) => !onlyNew || each.sequence > sealedOf(each.householdId));
  const entries: Entry[] = [];
  await inParallel(read, householdsAtOnce, async (account) => {
    const behind = onlyNew ? sealedOf(account.householdId) : 0;
    entries.push(...(await readBack(store, account, { behind, wanted })));
  });
  const newEntries = entries.filter(isNew);
  const rollups: Rollup[] = [];
  for (const { quarter } of quarters) {
    const base = bases.get(quarter);
    const totals = base
      ? addToRollup(base, newEntries, accounts, seal, nowMs)
      : rollUp(entries, accounts, seal, quarter, nowMs);
    const where = { villageId: seal.villageId, quarter };
    const visits = await readAll<HouseholdProxy>(store, 'proxies', where, 'proxyId');
    rollups.push({ ...totals, helped: helpedIn(visits) });
  }
  return { rollups, newEntries, householdsRead: read.length };
}
