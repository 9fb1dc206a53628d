import type { Need, WorkflowRow } from '../kernel/workflow';
import type { OrderLine, OrderState } from './types';

/** What a move of an order depends on beside its state. */
export type OrderFacts = {
  /** The last day for picking up is over. */
  pastLastDay: boolean;
  /** The one who acts lives in the household that ordered. */
  ownHousehold: boolean;
  /** This keeper scanned this order's code within the last five minutes. */
  scannedByThisKeeper: boolean;
  /** The first line the shop has not enough goods for. */
  missing: OrderLine | null;
};

export type OrderActor = 'resident' | 'keeper' | 'timer';

export const orderStateLabels: Record<OrderState, string> = {
  placed: '待取货',
  'handed-over': '已取货',
  cancelled: '已取消',
  'shop-cancelled': '店里退单',
  expired: '过期退分',
};

export const orderStateLabel = (state: OrderState): string => orderStateLabels[state];

type OrderNeed = Need<OrderFacts>;

export const lastDayIsNotOver: OrderNeed = ({ pastLastDay }) =>
  pastLastDay
    ? { code: 'wrong-state', message: '这张单过了取货日,分会自动退回。想要请重新下单。' }
    : null;

export const lastDayIsOver: OrderNeed = ({ pastLastDay }) =>
  pastLastDay ? null : { code: 'wrong-state', message: '这张单还没有到期,不用退分。' };

export const keeperMayNotServeOwnHousehold: OrderNeed = ({ ownHousehold }) =>
  ownHousehold
    ? { code: 'own-household', message: '这是您自己家的单,不能自己交货。请店里另一位来交。' }
    : null;

/** At the shop's fault points may count 30 days more: nobody grants that to themselves. */
export const keeperMayNotCancelForOwnHousehold: OrderNeed = ({ ownHousehold }) =>
  ownHousehold
    ? {
        code: 'own-household',
        message:
          '这是您自己家的单,不能自己按店里退单。请店里另一位来退,或在“我的兑换单”里点“不换了”。',
      }
    : null;

export const codeWasScannedByThisKeeper: OrderNeed = ({ scannedByThisKeeper }) =>
  scannedByThisKeeper
    ? null
    : { code: 'scan-first', message: '请先扫这一户手机上的取货码,再点交货。扫过的 5 分钟内有效。' };

export const goodsAreThere: OrderNeed = ({ missing }) =>
  missing
    ? {
        code: 'stock-gone',
        message: `店里的${missing.name}不够了,交不了。请点“货交不了,退分”,分会退给这一户。`,
      }
    : null;

/** placed → handed-over | cancelled | shop-cancelled | expired; each ending its own word. */
export const orderWorkflow: readonly WorkflowRow<OrderState, OrderActor, OrderFacts>[] = [
  {
    action: 'issue-pickup-code',
    label: '出示取货码',
    from: ['placed'],
    to: ['placed'],
    by: ['resident'],
    needs: [lastDayIsNotOver],
  },
  {
    action: 'cancel-order',
    label: '不换了',
    from: ['placed'],
    to: ['cancelled'],
    by: ['resident'],
    needs: [lastDayIsNotOver],
  },
  {
    action: 'open-pickup',
    label: '扫取货码',
    from: ['placed'],
    to: ['placed'],
    by: ['keeper'],
    needs: [lastDayIsNotOver],
  },
  {
    action: 'hand-over',
    label: '交货',
    from: ['placed'],
    to: ['handed-over'],
    by: ['keeper'],
    needs: [
      lastDayIsNotOver,
      keeperMayNotServeOwnHousehold,
      codeWasScannedByThisKeeper,
      goodsAreThere,
    ],
  },
  {
    action: 'cancel-for-shop',
    label: '货交不了,退分',
    from: ['placed'],
    to: ['shop-cancelled'],
    by: ['keeper'],
    needs: [lastDayIsNotOver, keeperMayNotCancelForOwnHousehold],
  },
  {
    action: 'expire-orders',
    label: '过期退分',
    from: ['placed'],
    to: ['expired'],
    by: ['timer'],
    needs: [lastDayIsOver],
  },
];
