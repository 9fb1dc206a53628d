import type { Page } from 'playwright-core';
import { town } from '../../../src/contracts';
import type { CastMember } from '../sample';
import { chooseTable, see, tap, type } from './drive';
import type { Facts, Screen } from './screen';

const administrator = ({ cast }: Facts) => cast.townAdministrator.openid;
const at = (path: string) => () => path;
const ofVillage =
  (page: string) =>
  ({ villageId }: Facts) =>
    `packages/town/${page}/index?villageId=${villageId}`;

/** As the phone sees a town that nobody has founded. */
async function notFounded(page: Page): Promise<void> {
  await page.route('**/functions/people', (route) => {
    if (!route.request().postData()?.includes('list-villages')) return route.continue();
    const value = { founded: false, villages: [] };
    return route.fulfill({ json: { ok: true, value, requestId: 'picture' } });
  });
  await page.reload();
}

/** A village that was just opened; asked for again, it is the same one. */
async function newVillageId({ client, cast }: Facts): Promise<string> {
  const as = client.as(cast.townAdministrator.openid);
  const name = '示例新嘎查';
  await as.call(town.openVillage, { name });
  const { villages } = await as.must(town.readOverview, {});
  return villages.find((village) => village.name === name)?.villageId ?? '';
}

const heads = '嘎查村,户号,户主,姓名,与户主关系,出生年份,手机号';
const sound = [
  '示例三嘎查,501,试甲,试甲,户主,1970,13900005011',
  '示例三嘎查,501,试甲,试甲偶,配偶,1972,',
  '示例三嘎查,502,试乙,试乙,户主,1981,13900005021',
];
const faulty = [
  '示例三嘎查,501,试甲,试甲,户主,1970,1390000',
  '没开的嘎查,12,试丙,试丙,户主,1980,13900005031',
  '示例三嘎查,502,试乙,,户主,1981,13900005021',
];
const csv = (lines: readonly string[]) => new TextEncoder().encode([heads, ...lines].join('\n'));

/** A table of one household of the register with one person of another name beside the head. */
const changing = ({ villageName, householdNumber, name, phone }: CastMember) =>
  csv([
    `${villageName},${householdNumber},${name},${name},户主,1970,${phone}`,
    `${villageName},${householdNumber},${name},试新来,儿媳,1995,13900005041`,
  ]);

/** One administrator enters two households; asked for again, nothing is new. */
async function enteredAlone({ client, cast }: Facts): Promise<void> {
  const as = client.as(cast.townAdministrator.openid);
  const fileId = await as.upload('registers/picture.csv', csv(sound));
  const { seen } = await as.must(town.previewRegister, { fileId });
  await as.must(town.importRegister, { fileId, seen, answers: [] });
}

/** Lines that wait for a second person. */
export const entriesScreen: Screen = {
  name: 'entries',
  who: ({ cast }) => cast.supervisors[0]?.openid ?? '',
  path: at('packages/work/entries/index'),
  act: async (page, facts) => {
    await enteredAlone(facts);
    await page.reload();
    await see(page, '个人都对');
  },
};

const founding: Screen[] = [
  {
    name: 'town-not-founded',
    who: () => 'sample-first',
    path: at('pages/board/index'),
    act: async (page) => {
      await notFounded(page);
      await see(page, '本镇还没有开通');
    },
  },
  {
    name: 'town-found',
    who: () => 'sample-first',
    path: at('packages/town/found/index'),
    act: async (page) => {
      await notFounded(page);
      await type(page, '镇的名字', '图克镇');
      await tap(page, '开通');
      await see(page, '开通口令要填');
    },
  },
];

const register: Screen[] = [
  { name: 'town-register', who: administrator, path: at('packages/town/register/index') },
  {
    name: 'town-register-read',
    who: administrator,
    path: at('packages/town/register/index'),
    act: async (page) => {
      await chooseTable(page, '选户册文件', csv(sound));
      await see(page, '新的 2 户');
    },
  },
  {
    name: 'town-register-changes',
    who: administrator,
    path: at('packages/town/register/index'),
    act: async (page, { cast }) => {
      await chooseTable(page, '选户册文件', changing(cast.resident));
      await see(page, '表里没有了的');
    },
  },
  {
    name: 'town-register-problems',
    who: administrator,
    path: at('packages/town/register/index'),
    act: async (page) => {
      await chooseTable(page, '选户册文件', csv(faulty));
      await see(page, '要改的地方');
    },
  },
];

/** What the town sets up, from the first day on. */
export const townScreens: Screen[] = [
  ...founding,
  {
    name: 'town-overview',
    who: administrator,
    path: at('packages/town/overview/index'),
    act: async (page, facts) => {
      await newVillageId(facts);
      await page.reload();
      await see(page, '示例新嘎查');
    },
  },
  { name: 'town-village', who: administrator, path: ofVillage('village') },
  {
    name: 'town-village-new',
    who: administrator,
    path: at('packages/town/overview/index'),
    act: async (page, facts) => {
      await newVillageId(facts);
      await page.reload();
      await tap(page, /^示例新嘎查/);
      await see(page, '户册没导入');
    },
  },
  { name: 'town-new-village', who: administrator, path: at('packages/town/new-village/index') },
  { name: 'town-new-shop', who: administrator, path: ofVillage('new-shop') },
  ...register,
  { name: 'town-funds', who: administrator, path: ofVillage('funds') },
  { name: 'town-goods', who: administrator, path: ofVillage('goods') },
  {
    name: 'town-goods-new',
    who: administrator,
    path: ofVillage('goods'),
    act: async (page) => {
      await tap(page, '添一样货');
      await see(page, '进价');
    },
  },
];
