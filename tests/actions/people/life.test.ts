import { people } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { violationsOf } from '../../proof/invariants';
import { openProofTown, type ProofTown } from '../../proof/town';
import { householdId } from '../../support/household-ids';
import { testHeadName } from '../../support/test-register';
import type { TestActor } from '../../support/town';

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});
afterEach(() => {
  expect(violationsOf(town.engine)).toEqual([]);
});

type Change = InputOf<typeof people.proposeLifeEvent>['change'];

const codeOf = async (call: ReturnType<TestActor['call']>) => {
  const answer = await call;
  return answer.ok ? 'ok' : answer.error.code;
};
const idOf = (number: number) => householdId(town, `v01-${number}`);
const propose = (number: number, change: Change, as: TestActor = town.administrator) =>
  as.call(people.proposeLifeEvent, { householdId: idOf(number), change });
const proposed = async (number: number, change: Change, as?: TestActor) => {
  const answer = await propose(number, change, as);
  return answer.ok ? String((answer.value as { lifeEventId: string }).lifeEventId) : 'refused';
};
const confirm = (lifeEventId: string, as: TestActor = town.head(4)) =>
  codeOf(as.call(people.answerLifeEvent, { lifeEventId, accept: true }));
/** Entered by the town and confirmed by a supervisor. */
const happens = async (number: number, change: Change) => {
  const answer = await propose(number, change);
  if (!answer.ok) return answer.error.code;
  return confirm((answer.value as { lifeEventId: string }).lifeEventId);
};
const household = (number: number) => town.engine.get('households', idOf(number));
const linesOf = async (householdNumber: number) =>
  (await town.head(2).must(people.readRegisterLines, { villageId: 'v01', householdNumber })).lines;
const lineOf = async (number: number, name: string) => {
  const found = (await linesOf(number)).find((line) => line.name === name);
  return found?.memberId ?? 'nobody';
};
const headOf = (number: number) => lineOf(number, testHeadName(number));
const spouseOf = (number: number) => lineOf(number, `${testHeadName(number)}偶`);

test('one enters it and nothing happens; another confirms it, and it has', async () => {
  const { minors } = await town
    .head(2)
    .must(people.readRegisterLines, { villageId: 'v01', householdNumber: 14 });
  const change = { kind: 'children', was: minors, minors: minors + 1 } as const;
  const lifeEventId = await proposed(14, change);
  expect(household(14)?.minors).toBe(minors);
  expect(await confirm(lifeEventId, town.administrator)).toBe('another-must-agree');
  expect(await confirm(lifeEventId)).toBe('ok');
  expect(household(14)?.minors).toBe(minors + 1);
  expect(await confirm(lifeEventId)).toBe('event-settled');
  // Entered twice, it does not count twice.
  expect(await happens(14, change)).toBe('children-changed');
});

test('a household gets another head; a head is none anew', async () => {
  const head = { kind: 'head', memberId: await headOf(8), relation: 'spouse' } as const;
  expect(await happens(8, head)).toBe('is-head');
  expect(await happens(8, { ...head, memberId: await spouseOf(8) })).toBe('ok');
  expect(household(8)?.headName).toBe(`${testHeadName(8)}偶`);
  expect(await linesOf(8)).toMatchObject([
    { name: testHeadName(8), relation: '配偶', isHead: false },
    { relation: '户主', isHead: true },
    { relation: '儿子', isHead: false },
  ]);
});
