import { people, points } from '../../../src/contracts';
import { openProofTown, type ProofTown } from '../../proof/town';
import { householdId } from '../../support/household-ids';
import { leaveOffice } from '../../support/offices';
import { testPhoto } from '../../support/photo';

let town: ProofTown;
let recordId: string;

beforeEach(async () => {
  town = await openProofTown();
  const photos = [town.putFile('evidence/seen.jpg', testPhoto('evidence/seen.jpg'))];
  const deed = { itemId: 'errand-for-neighbour', day: town.today(), note: '看到了', photos };
  const recorded = await town
    .head(2)
    .must(points.recordDeed, { householdId: householdId(town, 'v01-9'), ...deed });
  recordId = recorded.recordId;
});

const recordedByMe = async () =>
  (await town.head(2).must(points.listRecords, { view: 'recorded-by-me' })).records.map(
    (record) => record.recordId,
  );

test('a cadre reads what they recorded, whole', async () => {
  expect(await recordedByMe()).toContain(recordId);
  expect(await town.head(2).must(points.readRecord, { recordId })).toMatchObject({
    note: '看到了',
  });
});

test('once the office has ended it is not theirs to read any more', async () => {
  await leaveOffice(town, { householdNumber: 2 }, town.head(4));
  const gone = { ok: false, error: { code: 'record-not-found' } };
  expect(await town.head(2).call(points.readRecord, { recordId })).toMatchObject(gone);
  expect(await recordedByMe()).toEqual([]);
  const own = await town.declare(2);
  expect(await recordedByMe()).toEqual([own]);
  expect(await town.head(2).must(points.readRecord, { recordId: own })).toMatchObject({
    record: { recordId: own },
  });
});

test('who has left altogether reads it neither, though WeChat knows them as the same', async () => {
  await town.head(2).must(people.eraseMe, {});
  const answer = await town.head(2).call(points.readRecord, { recordId });
  expect(answer).toMatchObject({ ok: false, error: { code: 'record-not-found' } });
});
