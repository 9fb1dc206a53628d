import { quickSeed } from '../../config/run/quick-seed';
import type { Document } from '../../local-cloud/engine';
import { points } from '../../src/contracts';
import { type Account, award, type Entry, entryHash } from '../../src/domain/ledger/ledger';
import { openProofTown, type ProofTown } from '../proof/town';
import { householdId } from '../support/household-ids';
import { householdsOf, openBookTown, readShelf } from './tamper/book-town';
import { forgers } from './tamper/forge-books';
import type { Setting } from './tamper/setting';
import { tamperMany } from './tamper/tamper-once';

const edits = Number(process.env.TAMPER_EDITS ?? 40);
const seed = quickSeed;

test('the books that are tampered with are sound, varied and sealed several times', async () => {
  const town = await openBookTown();
  for (const householdId of householdsOf(town)) {
    const verdict = await town.administrator.must(points.verifyAccount, { householdId });
    expect(verdict).toMatchObject({ sound: true, firstBadSequence: null, badSealDay: null });
  }
  const kinds = readShelf(town, 'entries', householdId(town, 'v01-8')).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['open', 'award', 'hold', 'release', 'redeem']));
  expect(readShelf(town, 'seals', 'v01').length).toBeGreaterThan(4);
});

const settings = (['household', 'cadre', 'supervisor'] as const).flatMap((as) =>
  ([0, 3] as const).flatMap((seals) =>
    (['database', 'secret'] as const).map((forger): Setting => ({ as, seals, forger })),
  ),
);

const drawn = new Set<string>();

test.each(settings)(
  'every kind of tampering is found as $as asks, $seals seals later, forger with the $forger',
  async (setting) => {
    const own = seed + 1000 * settings.indexOf(setting);
    const trials = await tamperMany(await openBookTown(), setting, { edits, seed: own });
    const { as, seals, forger } = setting;
    const flags = `--as ${as} --seals ${seals} --forger ${forger}`;
    const missed = trials.filter(({ verdict }) => verdict === 'missed');
    const again = missed.map((trial) => ({
      ...trial,
      again: `npm run tamper -- --edits 1 --seed ${trial.seed} ${flags}`,
    }));
    expect(again.slice(0, 3)).toEqual([]);
    const beyond = trials.filter(({ verdict }) => verdict === 'beyond').map(({ kind }) => kind);
    const withSecret = forger === 'secret' ? ['rewrite-books', 'cut-seals'] : [];
    const known = ['rewrite-unsealed', 'turn-back-village', ...withSecret];
    expect(known).toEqual(expect.arrayContaining(beyond));
    for (const { kind } of trials) drawn.add(kind);
  },
  300_000,
);

test('every kind was drawn', () => {
  expect([...drawn].sort()).toEqual(Object.keys(forgers).sort());
});

/** A village sealed for more days than a page holds, a household of more entries than one. */
async function openLongBooks(): Promise<ProofTown> {
  const town = await openProofTown();
  let account = town.engine.get('accounts', householdId(town, 'v01-8')) as unknown as Account;
  const cause = { kind: 'record' as const, id: 'r', title: '植树', ruleVersion: 1 };
  while (account.sequence < 1005) {
    const change = award(account, { honour: 1, spendable: 1 }, cause, town.clock.nowMs());
    for (const entry of change.entries) {
      await town.engine.set('entries', `${householdId(town, 'v01-8')}.${entry.sequence}`, {
        ...entry,
      });
    }
    account = change.account;
  }
  const { _id, ...fields } = account as Account & { _id?: string };
  await town.engine.set('accounts', householdId(town, 'v01-8'), fields);
  for (let day = 0; day < 63; day += 1) {
    await town.timer('jobs', 'seal-day');
    town.clock.advanceDays(1);
  }
  return town;
}

/** As a phone does: on to the older seals until something is wrong or the first was reached. */
async function verifyAll(town: ProofTown, householdId: string) {
  const ask = (sealsUpTo?: string) =>
    town.head(8).must(points.verifyAccount, { householdId, ...(sealsUpTo && { sealsUpTo }) });
  let verdict = await ask();
  while (verdict.olderSeals !== null) verdict = await ask(verdict.olderSeals);
  return verdict;
}

test('a twin is found wherever it stands, also behind the last line of a page', async () => {
  const town = await openLongBooks();
  const verify = () => verifyAll(town, householdId(town, 'v01-8'));
  expect(await verify()).toMatchObject({ sound: true, entries: 1005 });
  const twinOf = async (shelf: 'entries' | 'seals', at: number) => {
    const owner = shelf === 'entries' ? householdId(town, 'v01-8') : 'v01';
    const { _id, ...fields } = readShelf(town, shelf, owner)[at] as Document;
    const id = `${_id}.twin`;
    await town.engine.set(shelf, id, fields);
    const verdict = await verify();
    await town.engine.remove(shelf, { _id: id });
    return [verdict.sound, verdict.firstBadSequence, verdict.badSealDay, fields.day];
  };
  for (const at of [998, 999, 1000]) {
    expect((await twinOf('entries', at)).slice(0, 2)).toEqual([false, at + 2]);
  }
  for (const at of [58, 59, 60]) {
    const [sound, sequence, badDay, day] = await twinOf('seals', at);
    expect([sound, sequence, badDay]).toEqual([false, null, day]);
  }
}, 120_000);

test('without all seals the newest one still vouches for every entry behind it', async () => {
  const town = await openBookTown();
  const ask = { householdId: householdId(town, 'v01-8') };
  const newest = readShelf(town, 'seals', 'v01').at(-1);
  expect(await town.administrator.must(points.verifyAccount, ask)).toMatchObject({
    sound: true,
    sealedDay: newest?.day,
  });
  await town.engine.remove('seals', { _id: newest?._id });
  expect(await town.administrator.must(points.verifyAccount, ask)).toMatchObject({
    sound: false,
    badSealDay: newest?.day,
  });
});

test('the limit: what was never sealed can be made anew unseen, until the next seal', async () => {
  const town = await openBookTown();
  const entries = readShelf(town, 'entries', householdId(town, 'v01-8')) as unknown as Entry[];
  const last = entries.at(-1);
  if (!last) throw new Error('the book has entries');
  const { hash, ...rest } = { ...last, cause: { ...last.cause, title: '改过的' } };
  const forged = { ...rest, hash: entryHash(rest) };
  expect(forged.hash).not.toBe(hash);
  const account = town.engine.get('accounts', householdId(town, 'v01-8'));
  const verify = async () =>
    town.administrator.must(points.verifyAccount, { householdId: householdId(town, 'v01-8') });
  const { sequence } = last;
  await town.engine.set('entries', `${householdId(town, 'v01-8')}.${sequence}`, { ...forged });
  await town.engine.set('accounts', householdId(town, 'v01-8'), {
    ...account,
    headHash: forged.hash,
  });
  expect(await verify()).toMatchObject({ sound: true });
  // Sealed, the same change is found: a day at most is open to whoever holds the database.
  await town.engine.set('entries', `${householdId(town, 'v01-8')}.${sequence}`, { ...last });
  await town.engine.set('accounts', householdId(town, 'v01-8'), { ...account });
  town.clock.advanceDays(1);
  await town.timer('jobs', 'seal-day');
  await town.engine.set('entries', `${householdId(town, 'v01-8')}.${sequence}`, { ...forged });
  await town.engine.set('accounts', householdId(town, 'v01-8'), {
    ...account,
    headHash: forged.hash,
  });
  expect(await verify()).toMatchObject({ sound: false, firstBadSequence: sequence });
});

test('an account that was taken away is not mistaken for a household nobody knows', async () => {
  const town = await openBookTown();
  await town.engine.remove('accounts', { _id: householdId(town, 'v01-8') });
  const ask = (householdId: string) =>
    town.administrator.call(points.verifyAccount, { householdId });
  expect(await ask(householdId(town, 'v01-8'))).toMatchObject({
    ok: true,
    value: { sound: false, firstBadSequence: 1 },
  });
  expect(await ask(town.newId())).toMatchObject({
    ok: false,
    error: { code: 'household-not-found' },
  });
});
