import { readCatalogue } from '../../../config/catalogue';
import type { Scenery } from '../../../config/run/pictures/prepare';
import type { SampleCloud } from '../../../config/run/pictures/sample-cloud';

export type Stage = SampleCloud & Scenery;

/** How a page is opened at its fullest: by whom, with what, and what stands there when it is. */
export type Opening = {
  who: (stage: Stage) => string;
  query?: (stage: Stage) => Record<string, string>;
  sees: string;
};

const resident = ({ cast }: Stage) => cast.resident.openid;
const cadre = ({ cast }: Stage) => cast.cadre.openid;
const secondCadre = ({ cast }: Stage) => cast.secondCadre.openid;
const supervisor = ({ cast }: Stage) => cast.supervisors[0]?.openid ?? '';
const keeper = ({ cast }: Stage) => cast.keeper.openid;
const size = (value: unknown) => JSON.stringify(value).length;
/** The matter of the catalogue that says most. */
const fullestMatter = readCatalogue().matters.reduce((most, each) =>
  size(each) > size(most) ? each : most,
);
const ofFullestMatter = ({ villageId }: Stage) => ({ villageId, key: fullestMatter.key });
const ofVillage = ({ villageId }: Stage) => ({ villageId });
const townAdministrator = ({ cast }: Stage) => cast.townAdministrator.openid;
const passerBy = () => 'sample-passer-by';

/** Every page of the app; compared with src/app.config, so that a new page needs its row. */
export const openings: Readonly<Record<string, Opening>> = {
  'pages/board/index': { who: resident, sees: '公示中' },
  'pages/points/index': { who: resident, sees: '已入账' },
  'pages/shop/index': { who: resident, sees: '电压力锅' },
  'pages/lists/index': { who: resident, sees: '常办' },
  'pages/me/index': { who: cadre, sees: '现场记分' },
  'packages/join/index': {
    who: passerBy,
    query: ({ villageId }) => ({ villageId }),
    sees: '填户号和姓名',
  },
  'packages/join/enter/index': {
    who: passerBy,
    query: ({ villageId }) => ({ villageId }),
    sees: '从哪年哪月住在这里',
  },
  'packages/record/declare/index': { who: resident, sees: '植树治沙' },
  'packages/record/record/index': { who: cadre, sees: '扫户码' },
  'packages/record/supervisors/index': { who: resident, sees: '监委会' },
  'packages/record/mine/index': { who: cadre, sees: '集中整治' },
  'packages/record/together/index': { who: cadre, sees: '做了什么' },
  'packages/record/activity/index': {
    who: secondCadre,
    query: ({ activityId }) => ({ activityId }),
    sees: '集中整治',
  },
  'packages/record/outbox/index': { who: resident, sees: '本机没有要上传的' },
  'packages/record/draw/index': {
    who: resident,
    query: ({ posted }) => ({ recordId: posted }),
    sees: '怎么保证没人挑人',
  },
  'packages/record/recheck/index': {
    who: resident,
    query: ofVillage,
    sees: '抽查',
  },
  'packages/record/detail/index': {
    who: resident,
    query: ({ onNotice }) => ({ recordId: onNotice }),
    sees: '公示',
  },
  'packages/work/queue/index': { who: secondCadre, sees: '核对' },
  'packages/work/notice/index': { who: resident, sees: '公示' },
  'packages/work/joins/index': { who: cadre, sees: '同意' },
  'packages/work/entry-requests/index': { who: supervisor, sees: '长期住在这里' },
  'packages/work/links/index': { who: supervisor, sees: '要两个人意见一样' },
  'packages/work/freezes/index': { who: supervisor, sees: '停用积分' },
  'packages/work/entries/index': { who: supervisor, sees: '没有等您核对的人' },
  'packages/work/drawn/index': { who: ({ reviewer }) => reviewer, sees: '抽到您评议的' },
  'packages/work/late/index': { who: supervisor, sees: '过了期限还没人办的' },
  'packages/work/alarm/index': { who: supervisor, sees: '查清了,按现在的账往下记' },
  'packages/exchange/order/index': {
    who: resident,
    query: ({ openOrder }) => ({ orderId: openOrder }),
    sees: '给店里扫这个码',
  },
  'packages/exchange/orders/index': { who: resident, sees: '香皂' },
  'packages/keeper/home/index': { who: keeper, sees: '等着来取' },
  'packages/keeper/pickup/index': {
    who: keeper,
    query: ({ openOrder }) => ({ orderId: openOrder }),
    sees: '先扫手机上的取货码',
  },
  'packages/keeper/stock/index': { who: keeper, sees: '香皂' },
  'packages/matters/matter/index': {
    who: resident,
    query: ofFullestMatter,
    sees: '操作流程',
  },
  'packages/join/invited/index': { who: passerBy, sees: '或者输邀请码' },
  'packages/matters/certificates/index': { who: resident, sees: '证明' },
  'packages/matters/words/index': {
    who: cadre,
    query: ({ villageId }) => ({ villageId, view: 'matter', key: 'homestead' }),
    sees: '大家平时怎么说它',
  },
  'packages/find/index': { who: resident, sees: '用平常的话说就行' },
  'packages/books/account/index': { who: resident, sees: '笔笔对得上' },
  'packages/books/village/index': { who: supervisor, sees: '每一户的账' },
  'packages/books/codes/index': { who: passerBy, query: ofVillage, sees: '纸上印着的' },
  'packages/print/statement/index': { who: resident, sees: '印哪一段' },
  'packages/print/village/index': { who: cadre, sees: '印哪些户' },
  'packages/print/find/index': { who: passerBy, sees: '查一查' },
  'packages/offices/list/index': {
    who: supervisor,
    query: ofVillage,
    sees: '评议小组',
  },
  'packages/offices/acts/index': { who: supervisor, sees: '等第二个人确认' },
  'packages/offices/give/index': { who: townAdministrator, query: ofVillage, sees: '担任什么' },
  'packages/offices/invitations/index': { who: townAdministrator, sees: '只给手机号' },
  'packages/offices/invite/index': { who: townAdministrator, sees: '请来当什么' },
  'packages/offices/end/index': {
    who: supervisor,
    query: ({ villageId, officeId }) => ({ villageId, officeId }),
    sees: '为什么离任',
  },
  'packages/rolls/list/index': { who: supervisor, query: ofVillage, sees: '确认过的名册' },
  'packages/rolls/roll/index': {
    who: supervisor,
    query: ({ rollId }) => ({ rollId }),
    sees: '妇女代表',
  },
  'packages/rolls/enter/index': { who: supervisor, query: ofVillage, sees: '哪种名册' },
  'packages/life/list/index': { who: supervisor, sees: '等第二个人确认' },
  'packages/life/propose/index': { who: cadre, query: ofVillage, sees: '看这一户' },
  'packages/people/proxy/index': { who: cadre, sees: '扫这一户的户码卡' },
  'packages/people/confirm/index': { who: resident, sees: '扫对方手机上的码' },
  'packages/people/card/index': { who: resident, sees: '户' },
  'packages/people/household/index': { who: resident, sees: '加入' },
  'packages/people/erase/index': { who: resident, sees: '马上删掉' },
  'packages/people/member/index': { who: townAdministrator, sees: '村' },
  'packages/town/overview/index': { who: townAdministrator, sees: '每个村还差什么' },
  'packages/town/found/index': { who: passerBy, sees: '已经开通了' },
  'packages/town/village/index': { who: townAdministrator, query: ofVillage, sees: '还差什么' },
  'packages/town/new-village/index': { who: townAdministrator, sees: '嘎查村的名字' },
  'packages/town/new-shop/index': { who: townAdministrator, sees: '给哪些嘎查村用' },
  'packages/town/register/index': { who: townAdministrator, sees: '选户册文件' },
  'packages/town/funds/index': { who: townAdministrator, query: ofVillage, sees: '哪里的钱' },
  'packages/town/goods/index': { who: townAdministrator, query: ofVillage, sees: '香皂' },
};

/** Pages that show something else in large type. */
export const elderOpenings: Readonly<Record<string, Opening>> = {
  'pages/board/index': { who: cadre, sees: '看公示' },
  'packages/work/notice/index': { who: resident, sees: '公示中' },
  'packages/matters/matter/index': {
    who: resident,
    query: ofFullestMatter,
    sees: '看流程图',
  },
};
