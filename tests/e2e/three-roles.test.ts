import type { Page } from 'playwright-core';
import { letTheDrawFall, reviewRecord } from '../../config/run/seed/carry';
import { seedCommandId } from '../../config/run/seed/ids';
import { drawnPhoto } from '../../config/run/seed/photo';
import { exchange, people, points } from '../../src/contracts';
import {
  button,
  checkWidth,
  openHere,
  openScreens,
  type Screens,
  scan,
  see,
  takePhoto,
  tap,
  type,
} from '../support/screens';
import { openTestCloud, passDays, type TestCloud } from '../support/test-cloud';

const stepTimeoutMs = 120_000;

let cloud: TestCloud;
let screens: Screens;
let resident: Page;
const wide: string[] = [];

beforeAll(async () => {
  cloud = await openTestCloud({ history: false });
  screens = await openScreens(cloud);
}, stepTimeoutMs);

afterAll(async () => {
  await screens.stop();
  await cloud.stop();
});

afterEach(() => {
  expect(screens.problems()).toEqual([]);
  expect(wide).toEqual([]);
});

const step = (name: string, work: () => Promise<void>) => test(name, work, stepTimeoutMs);
const newcomer = () => cloud.client.as(cloud.cast.notYetJoined.openid);
const inSheet = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).tap();

async function pendingIds(): Promise<string[]> {
  const { pending } = await newcomer().must(points.readAccount, {});
  return pending.map(({ recordId }) => recordId);
}

/** A household's state by what its pending records are called. */
async function states(): Promise<string[]> {
  const { pending } = await newcomer().must(points.readAccount, {});
  return pending.map(({ state }) => state);
}

step('a newcomer scans the village code and joins with the phone number', async () => {
  const { openid, phone, householdNumber, name, villageName } = cloud.cast.notYetJoined;
  const scene = encodeURIComponent(`v=${cloud.villageId}`);
  resident = await screens.hand(openid, `pages/board/index?scene=${scene}`);
  await type(resident, '手机号凭证', `phone:${phone}`);
  await tap(resident, '用手机号加入');
  await see(resident, `您是 ${householdNumber}号户 ${name.slice(0, 1)}* 吗`);
  await tap(resident, '是,加入');
  await see(resident, `您已加入${villageName}`);
  await checkWidth(resident, wide);
  await tap(resident, '看我家的积分');
});

step('the resident declares a deed with a photo', async () => {
  await tap(resident, '记一件好事');
  await button(resident, /^植树治沙/)
    .first()
    .tap();
  await takePhoto(resident, '拍照', drawnPhoto(1));
  await tap(resident, '申报 5 分');
  await see(resident, '等核对');
  await checkWidth(resident, wide);
  expect(await states()).toEqual(['waiting-check']);
});

step('a committee member records another on site by the household card', async () => {
  const { cardText } = await newcomer().must(people.readHouseholdCard, {});
  const cadre = await screens.hand(cloud.cast.cadre.openid, 'pages/me/index');
  await tap(cadre, /^现场记分/);
  await tap(cadre, '扫户码');
  await scan(cadre, cardText);
  await see(cadre, `22号户 ${cloud.cast.notYetJoined.name}`);
  await tap(cadre, /^做了什么/);
  await type(cadre, '做了什么', '防火值班');
  await button(cadre, /^草原防火值守/)
    .first()
    .tap();
  await checkWidth(cadre, wide);
  await tap(cadre, '记 5 分');
  await see(cadre, '交上去了。等嘎查村核对');
  expect(await states()).toEqual(['waiting-check', 'waiting-check']);
});

step('another committee member checks both, one after the other', async () => {
  const checker = await screens.hand(cloud.cast.secondCadre.openid, 'pages/me/index');
  await tap(checker, /^评议与公示/);
  await see(checker, '植树治沙');
  await checkWidth(checker, wide);
  await button(checker, /22号户/)
    .first()
    .tap();
  await tap(checker, '同意');
  await inSheet(checker, '同意');
  await tap(checker, '看下一条(还有 1 条)');
  await tap(checker, '同意');
  await inSheet(checker, '同意');
  await see(checker, '这一类都办完了');
  await checkWidth(checker, wide);
  expect(await states()).toEqual(['waiting-draw', 'waiting-draw']);
});

step('the next morning a panel is drawn; who was drawn reviews, a majority decides', async () => {
  await letTheDrawFall(cloud.client);
  expect(await states()).toEqual(['waiting-review', 'waiting-review']);
  const [recordId = '', otherId = ''] = await pendingIds();
  for (const { openid } of cloud.cast.panelMembers) {
    const member = cloud.client.as(openid);
    const { records } = await member.must(points.listRecords, { view: 'to-review' });
    if (!records.some((record) => record.recordId === recordId)) continue;
    const page = await screens.hand(openid, 'packages/work/queue/index');
    await see(page, '抽到您评议的都在这里');
    await openHere(page, `packages/record/detail/index?recordId=${recordId}&queue=to-review`);
    await tap(page, '同意');
    await inSheet(page, '同意');
    await see(page, '评议表态');
    await checkWidth(page, wide);
    break;
  }
  const id = (label: string) => seedCommandId(label, Date.now());
  for (const each of [recordId, otherId]) await reviewRecord({ ...cloud, id }, each);
  expect(await states()).toEqual(['waiting-notice', 'waiting-notice']);
});

step('the committee puts both on public notice, and the board shows them', async () => {
  const page = await screens.hand(cloud.cast.cadre.openid, 'packages/work/queue/index');
  await tap(page, '全选 2 条');
  await tap(page, '公示 2 条');
  await see(page, '公示开始后不能撤回');
  await inSheet(page, '公示 2 条');
  await see(page, '2 条,共 10 分');
  expect(await states()).toEqual(['on-notice', 'on-notice']);
  await openHere(page, 'pages/board/index');
  await see(page, '公示中 2 条');
  await checkWidth(page, wide);
});

step('five days later the points are there and explain themselves', async () => {
  await passDays(cloud, 6);
  await openHere(resident, 'pages/points/index');
  await resident.reload();
  await tap(resident, '植树治沙,为什么');
  await see(resident, '记完这一笔');
  await checkWidth(resident, wide);
  const account = await newcomer().must(points.readAccount, {});
  expect(account).toMatchObject({ spendable: 10, honour: 110, held: 0, pending: [] });
});

step('the resident orders, the keeper scans and hands over, both phones say so', async () => {
  await openHere(resident, 'pages/shop/index');
  await tap(resident, '换1块香皂');
  await tap(resident, '下单');
  await inSheet(resident, '下单');
  await resident.getByRole('img', { name: '22号户的取货码' }).waitFor();
  await checkWidth(resident, wide);
  const { orders } = await newcomer().must(exchange.listOrders, {});
  const orderId = orders[0]?.orderId ?? '';
  const { code } = await newcomer().must(exchange.issuePickupCode, { orderId });

  const keeper = await screens.hand(cloud.cast.keeper.openid, 'packages/keeper/home/index');
  await see(keeper, '今天 0 单 · 待取 1');
  await tap(keeper, '扫码');
  await scan(keeper, code);
  await see(keeper, '码是对的');
  await checkWidth(keeper, wide);
  await tap(keeper, '交货');
  await see(keeper, '已交给 22号户');
  await see(resident, '已取到');
  const account = await newcomer().must(points.readAccount, {});
  expect(account).toMatchObject({ spendable: 5, held: 0 });
  await tap(keeper, '下一位');
  await tap(keeper, '扫码');
  await scan(keeper, code);
  await keeper.getByRole('alert').waitFor();
  expect(await newcomer().must(exchange.readOrder, { orderId })).toMatchObject({
    state: 'handed-over',
  });
});

step('anyone opens the published list and sees a matter with its flow chart', async () => {
  const page = await screens.hand('sample-passer-by', 'pages/lists/index');
  await button(page, new RegExp(cloud.cast.cadre.villageName)).tap();
  await tap(page, /^要办什么/);
  await type(page, '要找什么', '吃低保');
  // The lists below have it too, without what it is.
  await tap(page, /^低保申请.*清单事项/);
  await see(page, '操作流程');
  await see(page, '政策依据');
  await page.locator('.page img, .page svg').filter({ visible: true }).first().waitFor();
  await checkWidth(page, wide);
});
