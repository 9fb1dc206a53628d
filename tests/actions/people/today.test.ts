import type { Stored } from '../../../cloudfunctions/runtime/store/store';
import type { Fields } from '../../../local-cloud/engine';
import { people, points } from '../../../src/contracts';
import type { Household } from '../../../src/domain/people/types';
import type { DeedRecord } from '../../../src/domain/records/types';
import { recordTask } from '../../../src/domain/tasks/record-task';
import { openProofTown, type ProofTown } from '../../proof/town';

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
});

const today = async (number: number) => (await town.head(number).must(people.readToday, {})).cards;
const told = async (number: number) =>
  (await today(number)).map(({ toDo, count, late }) => [toDo, count, late]);

const escalate = async (days: number) => {
  town.clock.advanceDays(days);
  expect(await town.timer('jobs', 'escalate-tasks')).toMatchObject({ ok: true });
};

test('whoever opens it sees what waits for them, and nobody else does', async () => {
  const recordId = await town.declare(8);
  const [card] = await today(2);
  expect(card).toMatchObject({ toDo: 'to-check', title: '核对', count: 1, more: false, late: 0 });
  expect(card?.page).toBe(`/packages/record/detail/index?recordId=${recordId}`);
  expect(card?.subject).toMatch(/^8号户 .+ \d+分$/);
  expect(await today(8)).toEqual([]);
  await town.drawFor(recordId);
  expect(await told(2)).toEqual([]);
  const [drawn] = town.panelOf(recordId);
  const { cards } = (await drawn?.must(people.readToday, {})) ?? { cards: [] };
  expect(cards.map(({ toDo, count }) => [toDo, count])).toEqual([['to-review', 1]]);
  await drawn?.must(points.reviewRecord, { recordId, accept: true });
  expect((await drawn?.must(people.readToday, {}))?.cards).toEqual([]);
});

test('an order waits for its household and for the shop, each in their own words', async () => {
  await town.order(8);
  expect(await told(8)).toEqual([['to-fetch', 1, 0]]);
  expect((await town.keeper.must(people.readToday, {})).cards[0]).toMatchObject({
    ...{ toDo: 'to-hand-over', count: 1, page: '/packages/keeper/home/index' },
  });
  await town.order(13);
  const cards = (await town.keeper.must(people.readToday, {})).cards;
  expect(cards.map(({ toDo, count }) => [toDo, count]).sort()).toEqual([
    ['to-fetch', 1],
    ['to-hand-over', 1],
  ]);
});

test('late shows to the person, then the village, then the town, and moves nothing', async () => {
  const recordId = await town.declare(8);
  const before = town.engine.get('records', recordId);
  await escalate(6);
  expect(await told(2)).toEqual([['to-check', 1, 1]]);
  await escalate(10);
  expect(await told(4)).toEqual([['late', 1, 1]]);
  const { cards } = await town.administrator.must(people.readToday, {});
  expect(cards.map(({ toDo, count }) => [toDo, count])).toEqual([['late', 1]]);
  const { tasks } = await town.administrator.must(people.listLate, {});
  expect(tasks).toMatchObject([{ taskId: `record.${recordId}`, villageName: '试一嘎查' }]);
  expect(tasks[0]?.next).toMatch(/^等嘎查村核对,\d+月\d+日就该办完$/);
  expect(town.engine.get('records', recordId)).toEqual(before);
  expect(await told(8)).toEqual([]);
});

test('a panel that is late is waited for by the committee too', async () => {
  const recordId = await town.declare(8);
  await town.drawFor(recordId);
  await escalate(8);
  const [drawn] = town.panelOf(recordId);
  const cards = (await drawn?.must(people.readToday, {}))?.cards ?? [];
  expect(cards).toMatchObject([{ toDo: 'to-review', late: 1 }]);
  expect((await told(3)).map(([toDo]) => toDo)).toEqual(['review-late']);
  const { records } = await town.head(3).must(points.listRecords, { view: 'review-late' });
  expect(records.map((each) => each.recordId)).toEqual([recordId]);
});

/** An hour before, one after the other. */
const longAgo = (index: number) => town.clock.nowMs() - 3_600_000 + index;

/** Copies of a record that waits, each with its task; the earlier the longer they wait. */
async function fill(like: string, count: number, change: (index: number) => Partial<DeedRecord>) {
  const { _id, ...record } = town.engine.get('records', like) as unknown as Stored<DeedRecord>;
  const household = town.engine.get('households', record.householdId) as unknown as Household;
  for (let index = 0; index < count; index += 1) {
    const recordId = `01AAAAAAAAAAAAAAAAAAAA${String(index).padStart(4, '0')}`;
    const copy = { ...record, recordId, ...change(index) };
    const task = recordTask(copy, household, town.clock.nowMs());
    await town.engine.set('records', recordId, copy as unknown as Fields);
    if (task) await town.engine.set('tasks', task.taskId, task);
  }
}

test('650 older ones that somebody may not decide hide none of those they may', async () => {
  const recordId = await town.declare(8);
  const me = String(
    town.engine.find('persons', { query: { openid: town.head(2).openid } })[0]?.personId,
  );
  await fill(recordId, 650, (index) => ({
    recorderId: me,
    steps: [
      {
        action: 'record-deed',
        by: 'cadre',
        personId: me,
        atMs: longAgo(index),
        state: 'waiting-check',
        reason: null,
      },
    ],
  }));
  const page = await town.head(2).must(points.listRecords, { view: 'to-check' });
  expect(page.records.map((each) => each.recordId)).toEqual([recordId]);
  expect([page.more, page.next]).toEqual([false, null]);
  expect(await told(2)).toEqual([['to-check', 1, 0]]);
  // Somebody else may decide all of them, and sees how many that are at least.
  const [card] = await today(3);
  expect([card?.toDo, card?.count, card?.more]).toEqual(['to-check', 200, true]);
});

test('a full list hides no other list of the same person', async () => {
  await town.agreed(9);
  const waiting = await town.declare(8);
  await fill(waiting, 250, (index) => ({
    steps: [
      {
        action: 'declare-deed',
        by: 'declarer',
        personId: 'p',
        atMs: longAgo(index),
        state: 'waiting-check',
        reason: null,
      },
    ],
  }));
  const cards = await today(3);
  expect(cards.map(({ toDo, more }) => [toDo, more])).toEqual([
    ['to-check', true],
    ['to-notice', false],
  ]);
  // A notice is opened on its list alone.
  expect(cards[1]?.page).toBe('/packages/work/queue/index?view=to-notice');
  expect(cards[1]?.subject).toMatch(/^9号户 /);
});
