import { fireEvent, render, screen } from '@testing-library/react';
import { useSession } from '../../../src/client/session';
import { type MissingThing, missingThing, readOverview } from '../../../src/contracts/town';
import { missingInWords } from '../../../src/domain/town/missing-words';
import OverviewPage from '../../../src/packages/town/overview/index';
import VillagePage from '../../../src/packages/town/village/index';
import { cloud, phone } from '../set-up';
import { asAdministrator, lacks, overviewOf, ready } from './samples';

beforeEach(() => {
  phone.path = '/packages/town/overview/index';
  asAdministrator();
});

test('each village says what it lacks, the biggest step is the button', async () => {
  const second = { ...lacks('register', 'shop', 'funds'), villageId: 'v02', name: '示例二嘎查' };
  cloud.answer(readOverview, overviewOf(ready, second));
  render(<OverviewPage />);
  await screen.findByText('16 户,9 人加入');
  screen.getByText('都齐了');
  screen.getByText('户册没导入、没有超市等');
  screen.getByText('还差 3 样');
  fireEvent.click(screen.getByRole('button', { name: '导入户册' }));
  fireEvent.click(screen.getByText('示例二嘎查'));
  expect(phone.log).toEqual([
    'navigateTo /packages/town/register/index',
    'navigateTo /packages/town/village/index?villageId=v02',
  ]);
});

test('a town without villages begins with the first one', async () => {
  cloud.answer(readOverview, overviewOf());
  render(<OverviewPage />);
  fireEvent.click(await screen.findByText('开第一个嘎查村'));
  screen.getByText('还没有嘎查村');
  expect(phone.log).toEqual(['navigateTo /packages/town/new-village/index']);
});

test('where registers are in, the shop is next, for the village that lacks one', async () => {
  cloud.answer(readOverview, overviewOf(lacks('shop', 'funds')));
  render(<OverviewPage />);
  await screen.findByText('还差 2 样');
  fireEvent.click(screen.getByRole('button', { name: '开超市' }));
  expect(phone.log).toEqual(['navigateTo /packages/town/new-shop/index?villageId=v01']);
});

test('what the clock did not do is told by name', async () => {
  const late = { job: 'seal-day', title: '留底账本', completeAtMs: null, overdue: true };
  cloud.answer(readOverview, { ...overviewOf(ready), jobs: [late] });
  render(<OverviewPage />);
  await screen.findByText(/留底账本。请告诉装这套系统的人/);
});

test('that the founder gave the second office alone stays in sight', async () => {
  cloud.answer(readOverview, { ...overviewOf(ready), secondGivenOnDay: '2026-11-30' });
  render(<OverviewPage />);
  await screen.findByText('第二位镇管理员是 11月30日 定的');
});

test('it is the town’s; without network one may try again', async () => {
  useSession.setState({ roles: [] });
  const { unmount } = render(<OverviewPage />);
  screen.getByText('这一页由镇管理员来办。');
  unmount();
  asAdministrator();
  cloud.online = false;
  render(<OverviewPage />);
  await screen.findByText('现在连不上网。请到信号好的地方再试。');
  cloud.online = true;
  cloud.answer(readOverview, overviewOf(ready));
  fireEvent.click(screen.getByText('再试一次'));
  await screen.findByText('都齐了');
});

/** Where a tap on one thing leads that is missing, alone or with others. */
async function leadsTo(thing: MissingThing, ...others: MissingThing[]) {
  const village = lacks(thing, ...others);
  cloud.answer(readOverview, overviewOf(village));
  const { unmount } = render(<VillagePage />);
  const [missing = { thing, there: 0, lacking: 1 }] = village.missing;
  fireEvent.click(await screen.findByText(missingInWords(missing)));
  unmount();
  return phone.log.splice(0)[0]?.replace('navigateTo /packages/', '');
}

test('a village: each line leads to where it is mended', async () => {
  phone.params = { villageId: 'v01' };
  expect(await leadsTo('register')).toBe('town/register/index');
  expect(cloud.of(readOverview)[0]?.input).toEqual({ villageId: 'v01' });
  expect(await leadsTo('shop')).toBe('town/new-shop/index?villageId=v01');
  expect(await leadsTo('cadres')).toBe('offices/list/index?villageId=v01');
  expect(await leadsTo('keeper')).toBe('offices/list/index?villageId=v01');
  expect(await leadsTo('funds')).toBe('town/funds/index?villageId=v01');
  expect(await leadsTo('goods')).toBe('town/goods/index?villageId=v01');
  expect(await leadsTo('cards')).toBe('print/village/index?villageId=v01&view=household-cards');
  expect(await leadsTo('village-code')).toBe('print/village/index?villageId=v01&view=village-code');
  expect(await leadsTo('shop-code')).toBe('print/village/index?villageId=v01&view=shop-code');
  for (const thing of missingThing.options) {
    expect([thing, await leadsTo(thing)]).toEqual([
      thing,
      expect.stringMatching(/^(town|print|offices)\//),
    ]);
  }
});

test('what cannot be done yet leads to what comes first', async () => {
  phone.params = { villageId: 'v01' };
  expect(await leadsTo('cards', 'register')).toBe('town/register/index');
  expect(await leadsTo('goods', 'shop')).toBe('town/new-shop/index?villageId=v01');
});

test('a village that lacks nothing says so; one that is not there too', async () => {
  phone.params = { villageId: 'v01' };
  cloud.answer(readOverview, overviewOf(ready));
  const { unmount } = render(<VillagePage />);
  await screen.findByText('都齐了,可以用起来了。');
  screen.getByText('账上 20000.00 元、货 0.00 元能顶积分。');
  unmount();
  cloud.answer(readOverview, overviewOf());
  render(<VillagePage />);
  await screen.findByText('没有找到这个嘎查村');
});
