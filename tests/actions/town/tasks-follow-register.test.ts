import { town as contracts, people, points } from '../../../src/contracts';
import { violationsOf } from '../../proof/invariants';
import { askToJoin } from '../../proof/ready/people';
import { openProofTown, type ProofTown } from '../../proof/town';
import { importInput } from '../../support/import-input';
import {
  registerRow,
  spreadsheetOf,
  type TestMember,
  testHeadName,
  testMembers,
} from '../../support/test-register';
import { testVillages } from '../../support/town';

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});

async function importWith(change: (member: TestMember) => Partial<TestMember>): Promise<void> {
  const [village] = testVillages;
  const rows = testMembers(1).map((member) =>
    registerRow(village?.name ?? '', { ...member, ...change(member) }),
  );
  const fileId = town.putFile('again.xlsx', await spreadsheetOf(rows));
  await town.administrator.must(
    contracts.importRegister,
    await importInput(town.administrator, fileId),
  );
}

const toCheck = async (number: number) =>
  (await town.head(number).must(points.listRecords, { view: 'to-check' })).records.length;

test('whoever becomes a relative by the register is not asked any more', async () => {
  await town.declare(8);
  expect([await toCheck(2), await toCheck(3)]).toEqual([1, 1]);
  await importWith(({ householdNumber }) => (householdNumber === 8 ? { relatives: '2' } : {}));
  expect([await toCheck(2), await toCheck(3)]).toEqual([0, 1]);
  expect(violationsOf(town.engine)).toEqual([]);
});

test('what the register proposes moves no request to the town', async () => {
  const { joinRequestId } = await askToJoin(town, 'elder');
  await importWith(({ name }) => (name === testHeadName(16) ? { job: '评议小组成员' } : {}));
  const { requests } = await town.head(2).must(people.listJoinRequests, {});
  expect(requests.map((each) => each.joinRequestId)).toEqual([joinRequestId]);
  expect(violationsOf(town.engine)).toEqual([]);
});
