import { people, points } from '../../../src/contracts';
import type { TemplateName } from '../../../src/contracts/messages';
import type { Message } from '../../../src/domain/messages/types';
import type { Person } from '../../../src/domain/people/types';
import { divisionToSign } from '../../proof/ready/life';
import { openProofTown, type ProofTown } from '../../proof/town';
import { letIn } from '../../support/let-in';
import { testHeadName } from '../../support/test-register';
import { personIdAt } from './people-of-town';

let town: ProofTown;
beforeEach(async () => {
  town = await openProofTown();
  // What the base of the proof left behind is of no interest here.
  town.clock.advanceDays(1);
  await drain();
});

async function drain() {
  const answer = await town.timer('wechat', 'send-messages');
  if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`);
  return answer.value;
}

const messages = () => town.engine.find('messages') as unknown as Message[];
const sent = () =>
  town.postOffice.sent().map(({ openid, templateId, data, page }) => ({
    to: openid,
    template: templateId.replace('template-', ''),
    says: Object.values(data),
    page,
  }));

/** Taps 允许 on the phone: WeChat counts it, and the phone tells the cloud. */
async function allow(number: number, accepted: TemplateName[], villageNumber = 1): Promise<void> {
  const actor = town.head(number, villageNumber);
  for (const name of accepted) town.postOffice.give(actor.openid, `template-${name}`);
  await actor.must(people.addTickets, { accepted });
}

const ticketsOf = (number: number) => {
  const person = town.engine
    .find('persons')
    .find(({ openid }) => openid === town.head(number).openid) as unknown as Person;
  return person.tickets ?? [];
};

test('what waits is told to those it waits for, not to whoever stands too near', async () => {
  for (const number of [1, 2, 3, 4, 5, 6, 8, 9]) await allow(number, ['to-do']);
  await town.declare(8);
  // Of the acts that filled the offices nothing waits any more.
  expect(messages().filter(({ messageId }) => !messageId.startsWith('office.'))).toHaveLength(1);
  await drain();
  const cadres = sent();
  expect(cadres.length).toBeGreaterThan(0);
  for (const { to, says, page } of cadres) {
    const person = town.engine.find('persons').find(({ openid }) => openid === to);
    const roles = person?.roles as unknown as Person['roles'];
    expect(roles.some(({ role }) => role === 'cadre')).toBe(true);
    expect(says).toEqual(['核对', '试一嘎查', expect.stringMatching(/^2026年\d+月\d+日$/)]);
    expect(page).toMatch(/^packages\/record\/detail\/index\?recordId=/);
  }
  expect(messages()).toEqual([]);
  await drain();
  expect(sent()).toHaveLength(cadres.length);
});

test('near relatives of the household, and whoever recorded it, are not told', async () => {
  for (const number of [1, 2, 3]) await allow(number, ['to-do']);
  const recordId = await town.declare(8);
  const task = town.engine.get('tasks', `record.${recordId}`) as never as { not: string[] };
  const own = town.engine.find('persons').find(({ openid }) => openid === town.head(2).openid);
  await town.store.transact(async (tx) => {
    const not = [...task.not, `household@${own?.householdId}`];
    tx.set('tasks', `record.${recordId}`, { ...task, not });
  });
  await drain();
  expect(sent().map(({ to }) => to)).not.toContain(town.head(2).openid);
  expect(sent().length).toBeGreaterThan(0);
  expect(ticketsOf(2)).toEqual([{ template: 'to-do', left: 1 }]);
});

test('whoever has the office no more is not told', async () => {
  await allow(2, ['to-do']);
  await town.declare(8);
  const person = town.engine.find('persons').find(({ openid }) => openid === town.head(2).openid);
  await town.store.transact(async (tx) => {
    const { _id, ...same } = person as never as Person & { _id: string };
    tx.set('persons', _id, { ...same, roles: same.roles.filter(({ role }) => role !== 'cadre') });
  });
  await drain();
  expect(sent()).toEqual([]);
  expect(ticketsOf(2)).toEqual([{ template: 'to-do', left: 1 }]);
});

test('a household is told that it is on notice, and that its points are there', async () => {
  await allow(8, ['on-notice', 'posted', 'result']);
  const recordId = await town.onNotice(8);
  await drain();
  town.clock.advanceDays(6);
  await town.timer('jobs', 'close-notices');
  await drain();
  expect(sent()).toEqual([
    expect.objectContaining({ template: 'on-notice', page: expect.stringContaining(recordId) }),
    expect.objectContaining({ template: 'posted', page: 'pages/points/index' }),
  ]);
  expect(ticketsOf(8)).toEqual([{ template: 'result', left: 1 }]);
});

test('who has to sign how points are divided is told once, and not who has signed', async () => {
  for (const number of [14, 15]) await allow(number, ['result']);
  const lifeEventId = await divisionToSign(town);
  await drain();
  const page = 'packages/life/list/index';
  const says = ['您家分户怎么分积分', '等您签字', expect.stringMatching(/^2026年\d+月\d+日$/)];
  expect(sent()).toEqual([{ to: town.head(14).openid, template: 'result', says, page }]);
  await town.head(14).must(people.signLifeEvent, { lifeEventId });
  await allow(14, ['result']);
  await drain();
  expect(sent()).toHaveLength(1);
  const signedAtOnce = await divisionToSign(town, 78);
  await town.head(14).must(people.signLifeEvent, { lifeEventId: signedAtOnce });
  await drain();
  expect(sent()).toHaveLength(1);
});

test('what was refused is told to the household, with nothing of the reason', async () => {
  await allow(8, ['result']);
  await allow(9, ['result']);
  const recordId = await town.declare(8);
  const input = { recordId, accept: false, reason: '照片看不清,请重拍' };
  await town.head(2).must(points.checkRecord, input);
  await drain();
  expect(sent()).toEqual([
    expect.objectContaining({
      to: town.head(8).openid,
      template: 'result',
      says: [expect.any(String), '没有通过', expect.any(String)],
    }),
  ]);
  expect(JSON.stringify(sent())).not.toContain('看不清');
});

test('an answer to an objection goes to the household and to whoever objected', async () => {
  for (const number of [7, 8, 9]) await allow(number, ['result']);
  const recordId = await town.onNotice(8);
  await town.head(9).must(points.objectToRecord, { recordId, reason: '那天没有看到' });
  await town.head(4).must(points.answerObjection, { recordId, uphold: false, reason: '有照片' });
  await drain();
  const told = sent().filter(({ template }) => template === 'result');
  expect(told.map(({ to }) => to).sort()).toEqual(
    [town.head(8).openid, town.head(9).openid].sort(),
  );
  expect(new Set(told.map(({ says }) => says[1]))).toEqual(new Set(['维持公示']));
});

test('whoever asked to join is told the answer', async () => {
  const asker = town.as('newcomer');
  const name = testHeadName(16);
  await asker.must(people.join, {
    villageId: 'v01',
    householdNumber: 16,
    name,
    namesShown: true,
  });
  town.postOffice.give('newcomer', 'template-result');
  await asker.must(people.addTickets, { accepted: ['result'] });
  const { requests } = await town.head(2).must(people.listJoinRequests, {});
  const joinRequestId = requests[0]?.joinRequestId ?? '';
  await letIn({ joinRequestId, householdNumber: 16, name }, [town.head(2), town.head(5)]);
  await drain();
  expect(sent()).toEqual([
    expect.objectContaining({
      to: 'newcomer',
      says: ['加入本村的申请', '已经加入', expect.any(String)],
    }),
  ]);
});

test('an order is told to the shop', async () => {
  await allow(13, ['to-do']);
  await allow(8, ['to-do']);
  await town.order(8);
  await drain();
  expect(sent().map(({ to, says }) => [to, says[0]])).toEqual([[town.keeper.openid, '待取货']]);
});

test('without a ticket nothing goes out, and the queue is empty all the same', async () => {
  await town.onNotice(8);
  expect(messages().length).toBeGreaterThan(0);
  await drain();
  expect(sent()).toEqual([]);
  expect(messages()).toEqual([]);
});

test('a ticket that WeChat knows nothing of goes; what was not sent is told later', async () => {
  await town.head(2).must(people.addTickets, { accepted: ['to-do'] });
  await town.declare(8);
  await drain();
  expect(ticketsOf(2)).toEqual([]);
  await allow(2, ['to-do']);
  town.postOffice.fail(45009);
  await town.declare(9);
  expect(await drain()).toEqual({ done: 0, left: 1 });
  expect(ticketsOf(2)).toEqual([{ template: 'to-do', left: 1 }]);
  town.postOffice.mend();
  await drain();
  expect(sent()).toEqual([]);
  town.clock.advanceMs(11 * 60_000);
  await drain();
  expect(sent()).toHaveLength(1);
  expect(ticketsOf(2)).toEqual([]);
});

test.each([[-1], [null]])('an answer that was lost (%s) is not asked for again', async (code) => {
  await allow(2, ['to-do']);
  await allow(2, ['to-do']);
  town.postOffice.fail(code, { sendsFirst: true });
  await town.declare(8);
  await drain();
  town.postOffice.mend();
  town.clock.advanceMs(3_600_000);
  await drain();
  expect(sent()).toHaveLength(1);
  expect(messages()).toEqual([]);
});

test('a template that WeChat does not know is said in the log and costs no ticket', async () => {
  await allow(2, ['to-do']);
  town.postOffice.fail(40037);
  await town.declare(8);
  const answer = await town.timer('wechat', 'send-messages');
  expect(answer).toMatchObject({ ok: false, error: { code: 'template-refused' } });
  expect(town.log.at(-1)).toMatchObject({ code: 'template-refused' });
  expect(ticketsOf(2)).toEqual([{ template: 'to-do', left: 1 }]);
  expect(messages()).toEqual([]);
});

test('after three days nobody hears of it; the night takes what is never sent', async () => {
  await allow(2, ['to-do']);
  await town.declare(8);
  town.clock.advanceDays(4);
  await town.declare(9);
  await town.timer('jobs', 'erase-expired');
  expect(messages()).toHaveLength(1);
  await drain();
  expect(sent()).toHaveLength(1);
});

test('whoever erased themselves hears of nothing', async () => {
  await allow(8, ['on-notice']);
  await town.onNotice(8);
  await town.head(8).must(people.eraseMe, {});
  await drain();
  expect(sent()).toEqual([]);
  expect(personIdAt(town.engine, town.head(8).openid)).toBeUndefined();
});

test('twenty of each are kept, and no more are written', async () => {
  for (let count = 0; count < 20; count += 1) await allow(8, ['posted']);
  const answer = await town.head(8).call(people.addTickets, { accepted: ['posted'] });
  expect(answer).toMatchObject({ ok: false, error: { code: 'no-reminder-added' } });
  expect(ticketsOf(8)).toEqual([{ template: 'posted', left: 20 }]);
  const { reminders } = await town.head(8).must(people.whoAmI, {});
  expect(reminders.find(({ template }) => template === 'posted')?.left).toBe(20);
});

test('a town without templates writes nothing and is asked nothing', async () => {
  const plain = await openProofTown({ templates: {} });
  const before = plain.engine.find('messages').length;
  await plain.onNotice(8);
  await plain.order(8);
  expect(plain.engine.find('messages')).toHaveLength(before);
  expect((await plain.head(8).must(people.whoAmI, {})).reminders).toEqual([]);
});

test('points that lapse with the year are told of 30 and 7 days before, once each', async () => {
  await allow(8, ['lapsing']);
  await allow(8, ['lapsing']);
  await allow(8, ['lapsing']);
  await allow(16 - 1, ['lapsing']);
  const night = async (day: string) => {
    const ms = Date.parse(`${day}T00:30:00+08:00`) - town.clock.nowMs();
    town.clock.advanceMs(ms);
    for (let time = 0; time < 2; time += 1) {
      await town.timer('jobs', 'lapse-points');
      await drain();
    }
  };
  // Points of this year count until the end of the next.
  await night('2026-12-02');
  expect(sent()).toEqual([]);
  for (const day of ['2027-11-30', '2027-12-01', '2027-12-02', '2027-12-24', '2027-12-30']) {
    await night(day);
  }
  const own = sent().filter(({ to }) => to === town.head(8).openid);
  expect(own.map(({ says }) => says)).toEqual([
    [expect.stringMatching(/^\d+$/), '2027年12月31日', '可以到积分超市换东西'],
    [expect.stringMatching(/^\d+$/), '2027年12月31日', '可以到积分超市换东西'],
  ]);
  await night('2028-01-04');
  await town.timer('jobs', 'erase-expired');
  expect(messages()).toEqual([]);
});
