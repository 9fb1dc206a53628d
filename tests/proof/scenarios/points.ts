import { points } from '../../../src/contracts';
import { addDays } from '../../../src/domain/kernel/time';
import { headOpenid } from '../../support/town';
import type { ProofTown } from '../town';
import type { Call, Scenarios } from './scenario';

const resident = { openid: headOpenid(1, 8) };
const cadre = { openid: headOpenid(1, 2) };
const supervisor = { openid: headOpenid(1, 4) };

const deed = (town: ProofTown) => ({
  itemId: 'errand-for-neighbour',
  day: town.today(),
  note: '替邻居取了一趟药',
  photos: [] as string[],
});

/** Household 1 is a committee member's, so a supervisor signs too. */
async function waitingForCosignature(town: ProofTown): Promise<string> {
  const recordId = await town.declare(1);
  await town.check(recordId);
  return recordId;
}

/** Accepts or refuses: two bodies of the same decision. */
const decision = (as: { openid: string }, recordId: string): Call => ({
  as,
  input: { recordId, accept: true },
  otherInput: { recordId, accept: false, reason: '没有看到做了这件事' },
});

export const pointsScenarios: Scenarios = {
  'list-items': () => ({ as: 'nobody', input: { villageId: 'v01' } }),
  'read-allowance': (town) => ({
    as: resident,
    input: { householdId: 'v01-8', itemId: 'errand-for-neighbour', day: town.today() },
  }),
  'declare-deed': (town) => ({
    as: resident,
    input: deed(town),
    otherInput: { ...deed(town), itemId: 'settle-dispute' },
  }),
  'record-deed': (town) => ({
    as: cadre,
    input: { ...deed(town), householdId: 'v01-9' },
    otherInput: { ...deed(town), householdId: 'v01-10' },
  }),
  async 'withdraw-record'(town) {
    const input = { recordId: await town.declare(8) };
    return { as: resident, input, otherInput: { recordId: await town.declare(8) } };
  },
  'check-record': async (town) => decision(cadre, await town.declare(8)),
  'cosign-record': async (town) => decision(supervisor, await waitingForCosignature(town)),
  async 'review-record'(town) {
    const recordId = await town.declare(8);
    await town.check(recordId);
    const [member] = town.panelOf(recordId);
    if (!member) throw new Error('a panel was drawn');
    return decision({ openid: member.openid }, recordId);
  },
  async 'redraw-panel'(town) {
    // Nobody of these households sits on a panel, so that enough others are left to draw from.
    const other = { recordId: await town.declare(13) };
    const input = { recordId: await town.declare(14) };
    for (const { recordId } of [other, input]) await town.check(recordId);
    town.clock.advanceDays(7);
    return { as: cadre, input, otherInput: other };
  },
  async 'open-notice'(town) {
    const recordIds = [await town.agreed(8), await town.agreed(10)];
    const input = { villageId: 'v01', recordIds };
    return { as: cadre, input, otherInput: { ...input, recordIds: recordIds.slice(0, 1) } };
  },
  async 'object-to-record'(town) {
    const recordId = await town.onNotice(8);
    const input = { recordId, reason: '那天他在旗里,没有去帮忙' };
    const otherInput = { recordId, reason: '那件事是两家一起做的' };
    return { as: { openid: headOpenid(1, 9) }, input, otherInput };
  },
  async 'answer-objection'(town) {
    const recordId = await town.onNotice(8);
    await town.head(9).must(points.objectToRecord, { recordId, reason: '那天他在旗里' });
    const input = { recordId, uphold: false, reason: '查过了,那天他确实去了' };
    return { as: supervisor, input, otherInput: { ...input, uphold: true } };
  },
  async 'list-records'(town) {
    await town.declare(8);
    return { as: resident, input: { view: 'own' } };
  },
  'read-record': async (town) => ({
    as: resident,
    input: { recordId: await town.declare(8) },
  }),
  'read-account': () => ({ as: resident, input: {} }),
  'read-statement': () => ({ as: resident, input: {} }),
  async 'verify-account'(town) {
    town.clock.advanceDays(1);
    await town.timer('jobs', 'seal-day');
    return { as: resident, input: { householdId: 'v01-8' } };
  },
  async 'read-board'(town) {
    await town.onNotice(8);
    return { as: 'nobody', input: { villageId: 'v01' } };
  },
};

/** Two households on notice whose last day is over. */
export async function endedNotices(town: ProofTown): Promise<void> {
  for (const number of [8, 9]) await town.onNotice(number);
  town.clock.advanceDays(6);
}

/** The first minute of the year after next: last year's points have lapsed. */
export function toTheYearAfterNext(town: ProofTown): void {
  const year = Number(town.today().slice(0, 4)) + 2;
  const wanted = `${year}-01-01`;
  for (let day = town.today(); day < wanted; day = addDays(day, 1)) town.clock.advanceDays(1);
}
