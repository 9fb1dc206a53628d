import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import {
  answerLifeEvent,
  listLifeEvents,
  signLifeEvent,
  withdrawLifeEvent,
} from '../../../src/contracts/life';
import LifePage from '../../../src/packages/life/list/index';
import { me } from '../samples';
import { cloud, phone } from '../set-up';

const lifeEventId = '01JDBX0000000000000000000A';
const village = { villageId: 'v03', name: '示例三嘎查' };
const event = {
  ...{ lifeEventId, kind: 'marry' as const, villageName: village.name, householdNumber: 22 },
  ...{ name: '包例子', line: null, minors: null, was: null, headName: null, otherNumber: 31 },
  ...{ relation: 'child-in-law' as const, state: 'proposed' as const, reason: null },
  ...{ proposedAs: 'cadre' as const, proposedAtMs: 1, settledAs: null, settledAtMs: null },
  ...{ split: null, gone: null },
};
const nothing = { events: [], own: [], ofHousehold: [], more: false, next: null };
const inSheet = (name: string) => within(screen.getByRole('dialog')).getByRole('button', { name });

beforeEach(() => {
  phone.path = '/packages/life/list/index';
  const role = { role: 'supervisor' as const, place: 'v03', placeName: village.name };
  useSession.setState({ state: 'ready', me: null, roles: [role], waitingJoin: null, village });
});

test('the second confirms after one question that says what follows', async () => {
  cloud.answer(listLifeEvents, { ...nothing, events: [event] });
  cloud.answer(answerLifeEvent, () => {
    cloud.answer(listLifeEvents, nothing);
    return { lifeEventId, state: 'done' as const };
  });
  render(<LifePage />);
  expect(await screen.findByText('包例子 搬到 31号户')).toBeTruthy();
  expect(screen.getByText('村委会登记,等第二个人确认')).toBeTruthy();
  fireEvent.click(screen.getByText('同意'));
  expect(screen.getByText(/同意后马上改户册。.*积分留在 22号户/)).toBeTruthy();
  expect(cloud.of(answerLifeEvent)).toEqual([]);
  fireEvent.click(inSheet('同意改户册'));
  expect(await screen.findByText('没有变动。')).toBeTruthy();
  expect(cloud.of(answerLifeEvent)[0]?.input).toEqual({ lifeEventId, accept: true });
});

test('a no wants its reason; one’s own is taken back', async () => {
  const own = { ...event, lifeEventId: lifeEventId.replace(/A$/, 'B') };
  cloud.answer(listLifeEvents, { ...nothing, events: [event], own: [own] });
  cloud.answer(answerLifeEvent, { lifeEventId, state: 'refused' });
  cloud.answer(withdrawLifeEvent, { lifeEventId });
  render(<LifePage />);
  fireEvent.click(await screen.findByText('不同意'));
  fireEvent.click(inSheet('不同意'));
  expect(screen.getByText('请写一句为什么,登记的人才知道怎么改。')).toBeTruthy();
  expect(cloud.of(answerLifeEvent)).toEqual([]);
  fireEvent.input(screen.getByLabelText('为什么不同意'), { target: { value: '还没有搬' } });
  fireEvent.click(inSheet('不同意'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(cloud.of(answerLifeEvent)[0]?.input).toMatchObject({ accept: false, reason: '还没有搬' });
  fireEvent.click(screen.getByText('撤回'));
  fireEvent.click(inSheet('撤回'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(cloud.of(withdrawLifeEvent)).toHaveLength(1);
});

test('a household reads what was done and by whom, and has nothing to decide', async () => {
  useSession.setState({ me, roles: me.roles });
  const done = {
    ...{ ...event, kind: 'death' as const, name: null, otherNumber: null, relation: null },
    ...{ state: 'done' as const, settledAs: 'supervisor' as const, settledAtMs: 86_400_000 },
  };
  cloud.answer(listLifeEvents, { ...nothing, ofHousehold: [done] });
  render(<LifePage />);
  expect(await screen.findByText('一位家人 去世')).toBeTruthy();
  expect(screen.getByText('村委会登记,监委会确认,1970年1月2日')).toBeTruthy();
  for (const words of ['同意', '不同意', '撤回', '登记变动']) {
    expect(screen.queryByText(words)).toBeNull();
  }
});

test('who may enter an event comes to the form from here', async () => {
  cloud.answer(listLifeEvents, nothing);
  render(<LifePage />);
  fireEvent.click(await screen.findByText('登记变动'));
  expect(phone.log.at(-1)).toContain('packages/life/propose/index');
});

test('of a split an adult of the household signs the division on their own phone', async () => {
  useSession.setState({ me, roles: me.roles });
  const split = {
    ...{ leaving: '张例', newHead: '张例', minors: 0, signed: '', onPaper: '张例' },
    ...{ lots: [{ lastDay: '2027-12-31', points: 15 }], missing: '包例子', mine: true },
  };
  const splits = { ...event, kind: 'split' as const, otherNumber: 40, relation: null, split };
  cloud.answer(listLifeEvents, { ...nothing, ofHousehold: [splits] });
  cloud.answer(signLifeEvent, () => {
    const signed = { ...split, signed: '包例子', missing: '', mine: false };
    cloud.answer(listLifeEvents, { ...nothing, ofHousehold: [{ ...splits, split: signed }] });
    return { lifeEventId };
  });
  render(<LifePage />);
  expect(await screen.findByText('张例 分出去,立 40号户')).toBeTruthy();
  fireEvent.click(screen.getByText('看过了,签字'));
  expect(cloud.of(signLifeEvent)).toEqual([]);
  fireEvent.click(inSheet('我同意,签字'));
  expect(await screen.findByText(/手机上签了:包例子。/)).toBeTruthy();
  expect(cloud.of(signLifeEvent)[0]?.input).toEqual({ lifeEventId });
  expect(screen.queryByText('看过了,签字')).toBeNull();
});
