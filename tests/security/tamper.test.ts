import { points } from '../../src/contracts';
import { households, openBookTown, readShelf } from './tamper/book-town';
import { forgers } from './tamper/forge-books';
import { tamperMany } from './tamper/tamper-once';

const edits = Number(process.env.TAMPER_EDITS ?? 500);
const seed = Number(process.env.TAMPER_SEED ?? 20261123);

test('the books that are tampered with are sound, varied and sealed several times', async () => {
  const town = await openBookTown();
  for (const householdId of households) {
    const verdict = await town.administrator.must(points.verifyAccount, {
      householdId,
      allSeals: true,
    });
    expect(verdict).toMatchObject({ sound: true, firstBadSequence: null, badSealDay: null });
  }
  const kinds = readShelf(town, 'entries', 'v01-8').map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['open', 'award', 'hold', 'release', 'redeem']));
  expect(readShelf(town, 'seals', 'v01').length).toBeGreaterThan(4);
});

test(`${edits} tamperings of every kind are found, the first bad entry or seal named`, async () => {
  const tally = await tamperMany(await openBookTown(), edits, seed);
  const again = tally.missed.map((trial) => ({
    ...trial,
    again: `npx tsx tests/security/tamper/main.ts --edits 1 --seed ${trial.seed}`,
  }));
  expect(again.slice(0, 3)).toEqual([]);
  expect(Object.keys(tally.byKind).sort()).toEqual(Object.keys(forgers).sort());
}, 300_000);

test('without all seals the newest one still vouches for every entry behind it', async () => {
  const town = await openBookTown();
  const ask = { householdId: 'v01-8' };
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

test('an account that was taken away is not mistaken for a household nobody knows', async () => {
  const town = await openBookTown();
  await town.engine.remove('accounts', { _id: 'v01-8' });
  const ask = (householdId: string) =>
    town.administrator.call(points.verifyAccount, { householdId });
  expect(await ask('v01-8')).toMatchObject({
    ok: true,
    value: { sound: false, firstBadSequence: 1 },
  });
  expect(await ask('v01-999')).toMatchObject({
    ok: false,
    error: { code: 'household-not-found' },
  });
});
