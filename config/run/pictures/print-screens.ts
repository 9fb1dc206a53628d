import { documents } from '../../../src/contracts';
import { see, tap, type } from './drive';
import type { Facts, Screen } from './screen';

const resident = ({ cast }: Facts) => cast.resident.openid;
const cadre = ({ cast }: Facts) => cast.cadre.openid;
const at = (path: string) => () => path;

/** Has one card printed; answers its check code. */
async function printOne({ client, cast, villageId, engine }: Facts): Promise<string> {
  const numbers = { fromNumber: 9, toNumber: 9 };
  const print = { document: 'household-cards' as const, format: 'single' as const, ...numbers };
  await client.as(cast.cadre.openid).must(documents.printForVillage, { villageId, print });
  return String(engine.find('editions').at(-1)?.checkCode);
}

/** Whatever is printed from a phone, and the page that tells what a paper is. */
export const printScreens: Screen[] = [
  { name: 'print-statement', who: resident, path: at('packages/print/statement/index') },
  {
    name: 'print-statement-own',
    who: resident,
    path: at('packages/print/statement/index'),
    act: (page) => tap(page, '自己选'),
  },
  {
    name: 'print-statement-done',
    who: resident,
    path: at('packages/print/statement/index'),
    act: async (page) => {
      await tap(page, '打印');
      await see(page, '已经下载');
    },
  },
  {
    name: 'print-card-under-way',
    who: resident,
    path: at('packages/people/card/index'),
    act: async (page) => {
      await page.route('**/functions/town', (route) => setTimeout(() => route.abort(), 60_000));
      await tap(page, '打印户码卡');
      await see(page, '正在印');
      await page.unroute('**/functions/town');
    },
  },
  {
    name: 'print-card-done',
    who: resident,
    path: at('packages/people/card/index'),
    act: async (page) => {
      await tap(page, '打印户码卡');
      await see(page, '已经下载');
    },
  },
  { name: 'print-village', who: cadre, path: at('packages/print/village/index') },
  {
    name: 'print-village-some',
    who: cadre,
    path: at('packages/print/village/index'),
    act: async (page) => {
      await tap(page, '几号到几号');
      await tap(page, '打印');
      await see(page, '请填从几号到几号');
    },
  },
  {
    name: 'print-lost-card',
    who: cadre,
    path: at('packages/print/village/index'),
    act: async (page) => {
      await type(page, '户号', '22');
      await tap(page, '给这一户换新卡');
      await see(page, '旧卡马上作废');
    },
  },
  {
    name: 'print-shop-code',
    who: cadre,
    path: at('packages/print/village/index'),
    act: async (page) => {
      await tap(page, '超市的码');
      await see(page, '哪家超市');
    },
  },
  {
    name: 'print-deed-sheet',
    who: cadre,
    path: at('packages/print/village/index'),
    act: async (page) => {
      await tap(page, '记分单');
      await see(page, '记哪些事');
    },
  },
  { name: 'find-printed', who: () => 'sample-passer-by', path: at('packages/print/find/index') },
  {
    name: 'find-printed-mistyped',
    who: () => 'sample-passer-by',
    path: at('packages/print/find/index'),
    act: async (page) => {
      await type(page, '报码(8 个数字)', '12345678');
      await see(page, '有一个不对');
    },
  },
  {
    name: 'find-printed-found',
    who: cadre,
    path: at('packages/print/find/index'),
    act: async (page, facts) => {
      await type(page, '报码(8 个数字)', await printOne(facts));
      await tap(page, '查一查');
      await see(page, '是最新的');
    },
  },
];
