import { fireEvent, render, screen } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { proposeLifeEvent, readRegisterLines } from '../../../src/contracts/life';
import ProposePage from '../../../src/packages/life/propose/index';
import { madeHouseholdId } from '../../support/household-ids';
import { cloud, phone } from '../set-up';

const village = { villageId: 'v03', name: '示例三嘎查' };
const lifeEventId = '01JDBX0000000000000000000A';
const [headId, spouseId] = ['01JDBX0000000000000000000B', '01JDBX0000000000000000000C'];
const line = (memberId: string, name: string, isHead = false) => {
  const relation = isHead ? '户主' : '配偶';
  return { memberId, name, relation, isHead, holdsOffice: false, isJoined: isHead };
};
const of = (householdNumber: number) => ({
  ...{ householdId: madeHouseholdId('v03', householdNumber), householdNumber, minors: 1 },
  ...{ headName: '包例子', lines: [line(headId, '包例子', true), line(spouseId, '张例')] },
  lots: [{ lastDay: '2027-12-31', points: 40 }],
});
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const submit = () => fireEvent.click(screen.getByText('登记,等另一个人确认'));
const sent = () => cloud.of(proposeLifeEvent).map(({ input }) => input);

beforeEach(() => {
  phone.path = '/packages/life/propose/index';
  const role = { role: 'cadre' as const, place: 'v03', placeName: village.name };
  useSession.setState({ state: 'ready', me: null, roles: [role], waitingJoin: null, village });
  cloud.answer(readRegisterLines, ({ householdNumber }) => of(householdNumber));
  cloud.answer(proposeLifeEvent, { lifeEventId });
});

async function openHousehold() {
  render(<ProposePage />);
  type('几号户', '22');
  fireEvent.click(screen.getByText('看这一户'));
  expect(await screen.findByText('22号户 包例子')).toBeTruthy();
}

test('of children only the number is asked, and what it was goes along', async () => {
  await openHousehold();
  submit();
  expect(screen.getByText('请填家里现在有几个孩子。')).toBeTruthy();
  type('现在有几个孩子', '2');
  expect(screen.getByText('家里的孩子从 1 个变成 2 个。只记个数,不记姓名。')).toBeTruthy();
  submit();
  expect(await screen.findByText(/已登记。要另一个人确认才改户册/)).toBeTruthy();
  const change = { kind: 'children', was: 1, minors: 2 };
  expect(sent()).toEqual([{ householdId: of(22).householdId, change }]);
});

test('where the head leaves, who comes next is asked; where the points go is said', async () => {
  await openHousehold();
  fireEvent.click(screen.getByText('迁出'));
  fireEvent.click(screen.getByText('包例子'));
  submit();
  expect(screen.getByText('走的是户主,请选由谁接着当户主。')).toBeTruthy();
  fireEvent.click(screen.getAllByText('张例').at(-1) as HTMLElement);
  expect(screen.getByText(/包例子 迁出。.*积分留在 22号户。户主换成 张例。/)).toBeTruthy();
  submit();
  expect(await screen.findByText(/已登记/)).toBeTruthy();
  expect(sent()[0]).toMatchObject({
    change: { kind: 'move-out', memberId: headId, headId: spouseId },
  });
});

test('who marries moves to a household that was looked at', async () => {
  await openHousehold();
  fireEvent.click(screen.getByText('搬到另一户'));
  fireEvent.click(screen.getByText('张例'));
  submit();
  expect(screen.getByText('请填要搬去的户号,看一看是不是那一户。')).toBeTruthy();
  type('搬到几号户', '31');
  expect(await screen.findByText('31号户 包例子')).toBeTruthy();
  fireEvent.click(screen.getByText('儿媳女婿'));
  submit();
  expect(await screen.findByText(/已登记/)).toBeTruthy();
  const toHouseholdId = of(31).householdId;
  const change = { kind: 'marry', memberId: spouseId, toHouseholdId, relation: 'child-in-law' };
  expect(sent()[0]).toMatchObject({ change });
});

test('whose 18th year it is needs the registrar’s tick', async () => {
  await openHousehold();
  fireEvent.click(screen.getByText('满18岁'));
  type('姓名', '包新');
  type('出生年份', String(new Date().getFullYear() - 18));
  fireEvent.click(screen.getByText('子女'));
  fireEvent.click(screen.getByText('已经满18岁'));
  submit();
  expect(await screen.findByText(/已登记/)).toBeTruthy();
  expect(sent()[0]).toMatchObject({ change: { kind: 'adult', line: { isAdult: true } } });
});

test('residents enter nothing', () => {
  useSession.setState({ roles: [] });
  render(<ProposePage />);
  expect(screen.getByText('户里的变动由村干部、监委会和镇里来登记。')).toBeTruthy();
});

test('who splits off, their head, number and division are asked one by one', async () => {
  await openHousehold();
  fireEvent.click(screen.getByText('分户'));
  submit();
  expect(screen.getByText('请勾出分出去的人。')).toBeTruthy();
  fireEvent.click(screen.getByText('张例分出去'));
  submit();
  expect(screen.getByText('请选新户的户主。')).toBeTruthy();
  fireEvent.click(screen.getByText('张例'));
  type('新户的户号', '40');
  expect(screen.getByText(/张例 分出去,立 40号户。积分按人头分/)).toBeTruthy();
  fireEvent.click(screen.getByText('家里商量好了'));
  type('分走几分(有 40 分用到 2027年12月31日)', '15');
  fireEvent.click(screen.getByText('张例在纸上签了'));
  expect(
    screen.getByText(/分走 15 分用到 2027年12月31日。纸上签了:张例。还没签:包例子。/),
  ).toBeTruthy();
  submit();
  expect(await screen.findByText(/已登记/)).toBeTruthy();
  const division = {
    ...{ how: 'signed', lots: [{ lastDay: '2027-12-31', points: 15 }] },
    onPaper: [spouseId],
  };
  expect(sent()[0]).toMatchObject({
    change: { kind: 'split', memberIds: [spouseId], newHeadId: spouseId, number: 40, division },
  });
});

test('a household goes to one that was looked at; an end waits for the last', async () => {
  await openHousehold();
  fireEvent.click(screen.getByText('销户'));
  submit();
  expect(screen.getByText(/户册上还有别的人/)).toBeTruthy();
  fireEvent.click(screen.getByText('并户'));
  submit();
  expect(screen.getByText('请填并到几号户,看一看是不是那一户。')).toBeTruthy();
  type('并到几号户', '31');
  expect(await screen.findByText('31号户 包例子')).toBeTruthy();
  submit();
  expect(await screen.findByText(/已登记/)).toBeTruthy();
  const change = { kind: 'merge', toHouseholdId: of(31).householdId };
  expect(sent()[0]).toMatchObject({ change });
});
