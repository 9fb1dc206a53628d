import { points } from '../../../src/contracts';
import { openProofTown, type ProofTown } from '../../proof/town';
import { leaveOffice } from '../../support/offices';
import { openPointsTown, panelNumbers } from './points-town';

let town: ProofTown;

beforeEach(async () => {
  town = await openProofTown();
});

type Member = ReturnType<ProofTown['panelOf']>[number];

const drawnFor = async (member: Member) =>
  (await member.must(points.listRecords, { view: 'drawn-for' })).records;

/** What a member reads of one record. */
const lineOf = async (member: Member, recordId: string) =>
  (await drawnFor(member)).find((each) => each.recordId === recordId);

test('a member reads what they were drawn for, how they voted, and which way it went', async () => {
  const recordId = await town.declare(14);
  await town.drawFor(recordId);
  const [first, second, third] = town.panelOf(recordId);
  if (!first || !second || !third) throw new Error('three are drawn');
  expect(await lineOf(first, recordId)).toMatchObject({ mine: { agreed: null } });
  await first.must(points.reviewRecord, { recordId, accept: false, reason: '没看到' });
  await second.must(points.reviewRecord, { recordId, accept: true });
  // Each reads their own alone, and nobody whose vote was what.
  expect(await lineOf(first, recordId)).toMatchObject({ mine: { agreed: false } });
  expect(await lineOf(second, recordId)).toMatchObject({ mine: { agreed: true } });
  expect(JSON.stringify(await drawnFor(third))).not.toContain('没看到');
  await third.must(points.reviewRecord, { recordId, accept: true });
  const decided = { state: 'waiting-notice', mine: { agreed: false } };
  expect(await lineOf(first, recordId)).toMatchObject(decided);
  town.clock.advanceDays(91);
  expect(await drawnFor(first)).toEqual([]);
});

test('who was not drawn, and whose office has ended, reads nothing of it', async () => {
  const ofPoints = await openPointsTown();
  const recordId = await ofPoints.declare(14);
  await ofPoints.drawFor(recordId);
  const drawn = panelNumbers(ofPoints, recordId);
  const [inside = 0] = drawn;
  const outside = [7, 8, 9, 10, 11, 12].find((number) => !drawn.includes(number)) ?? 0;
  expect(await lineOf(ofPoints.head(outside), recordId)).toBeUndefined();
  expect(await lineOf(ofPoints.head(inside), recordId)).toBeDefined();
  await leaveOffice(ofPoints, { householdNumber: inside, role: 'panel' }, ofPoints.head(4));
  expect(await drawnFor(ofPoints.head(inside))).toEqual([]);
});
