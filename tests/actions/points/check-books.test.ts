import { points } from '../../../src/contracts';
import { sealCode } from '../../../src/domain/seals/seal-code';
import type { Seal, SealAlarm } from '../../../src/domain/seals/types';
import { householdId } from '../../support/household-ids';
import { codeOf, openPointsTown, type PointsTown } from './points-town';

const [cadre, supervisor] = [2, 4];
const villageId = 'v01';
let town: PointsTown;

const night = async (...jobs: ('seal-day' | 'verify-books')[]) => {
  town.clock.advanceDays(1);
  for (const job of jobs) expect(codeOf(await town.timer('jobs', job))).toBe('ok');
};
const board = () => town.head(9).must(points.readBoard, { villageId });
const alarms = () => town.engine.find('seal-alarms') as unknown as SealAlarm[];
const entryId = (number: number) => {
  const [first] = town.engine.find('entries', {
    query: { householdId: householdId(town, `v01-${number}`), sequence: 1 },
  });
  return String(first?._id);
};

/** The first entry of a household says other points than it was posted with. */
async function change(number: number): Promise<() => Promise<unknown>> {
  const id = entryId(number);
  const before = town.engine.get('entries', id);
  await town.engine.set('entries', id, { ...before, honour: 900 });
  return () => town.engine.set('entries', id, { ...before });
}

async function walkThrough(as = town.head(supervisor)) {
  const found = { households: 0, faults: [] as unknown[] };
  let after: string | undefined;
  do {
    const step = await as.must(points.verifyVillage, { villageId, ...(after && { after }) });
    found.households += step.households;
    found.faults.push(...step.faults);
    after = step.next ?? undefined;
  } while (after !== undefined);
  return found;
}

beforeEach(async () => {
  town = await openPointsTown();
  await night('seal-day', 'verify-books');
});

test('an old entry that was changed, which no seal notices, is found the next night', async () => {
  const { checked } = await board();
  expect(checked).toMatchObject({ faults: 0, households: expect.any(Number) });
  expect(checked?.households).toBeGreaterThan(8);
  await change(13);
  await night('seal-day');
  expect(alarms()).toEqual([]);
  expect(codeOf(await town.timer('jobs', 'verify-books'))).toBe('ok');
  expect((await board()).checked).toMatchObject({ faults: 1 });
  const id = householdId(town, 'v01-13');
  expect(alarms()).toMatchObject([{ number: 1, state: 'open', householdIds: [id] }]);
  // Again the same night, and the night after while it is looked into: no second alarm.
  expect(codeOf(await town.timer('jobs', 'verify-books'))).toBe('ok');
  await night('verify-books');
  expect(alarms()).toHaveLength(1);
});

test('said to be put back, it is looked at again; let stand by two, it is not', async () => {
  await change(13);
  await night('verify-books');
  const settle = async (number: number, outcome: 'restored' | 'kept') => {
    for (const one of [town.head(supervisor), town.administrator]) {
      await one.must(points.settleSealAlarm, { villageId, number, outcome });
    }
  };
  await settle(1, 'restored');
  await night('verify-books');
  expect(alarms()).toHaveLength(2);
  await settle(2, 'kept');
  await night('verify-books');
  await night('verify-books');
  expect(alarms()).toHaveLength(2);
  expect((await board()).checked).toMatchObject({ faults: 0 });
});

test('who writes into the alarm that it was let stand is not believed', async () => {
  await change(13);
  await night('verify-books');
  const [alarm] = alarms();
  const said = { side: 'town' as const, personId: 'p', outcome: 'kept' as const, atMs: 0 };
  const forged = { ...alarm, state: 'settled' as const, signatures: [said], signature: 'f' };
  await town.engine.set('seal-alarms', `${villageId}.1`, forged);
  await night('verify-books');
  expect(alarms()).toHaveLength(2);
});

test('supervisors and the town look through a village; the first bad entry is named', async () => {
  expect((await walkThrough()).faults).toEqual([]);
  const putBack = await change(13);
  const found = await walkThrough(town.administrator);
  expect(found.faults).toEqual([{ householdNumber: 13, firstBadSequence: 1 }]);
  await putBack();
  expect((await walkThrough()).faults).toEqual([]);
  for (const number of [cadre, 13]) {
    expect(codeOf(await town.head(number).call(points.verifyVillage, { villageId }))).toBe(
      'not-your-job',
    );
  }
});

test('an account that is gone is looked for, because it was sealed', async () => {
  const before = await walkThrough();
  expect(await town.engine.remove('accounts', { _id: householdId(town, 'v01-13') })).toBe(1);
  const found = await walkThrough();
  expect(found.households).toBe(before.households);
  expect(found.faults).toMatchObject([{ householdNumber: 13 }]);
});

test('the code of a seal is of what it says, not of the hash that stands beside it', async () => {
  const { seals } = await town.head(9).must(points.listSeals, { villageId });
  expect(seals).toHaveLength(1);
  expect((await board()).seal?.code).toBe(seals[0]?.code);
  const id = `${villageId}.${seals[0]?.day}`;
  const seal = town.engine.get('seals', id) as unknown as Seal;
  expect(seals[0]?.code).toBe(sealCode(seal.hash));
  await town.engine.set('seals', id, { ...seal, root: '0'.repeat(64) });
  const after = await town.head(9).must(points.listSeals, { villageId });
  expect(after.seals[0]?.code).not.toBe(seals[0]?.code);
});
