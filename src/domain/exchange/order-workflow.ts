import { clockTime } from '../kernel/time';
import type { Need, WorkflowRow } from '../kernel/workflow';
import { spendingFrozen } from '../people/freeze';
import type { StandingScan } from './pickup-code';
import type { OrderLine, OrderState } from './types';

/** What a move of an order depends on beside its state. */
export type OrderFacts = {
  /** The last day for picking up is over. */
  pastLastDay: boolean;
  /** The one who acts lives in the household that ordered. */
  ownHousehold: boolean;
  /** Somebody scanned this order's code within the last five minutes. */
  scan: StandingScan | null;
  /** The first line the shop has not enough goods for. */
  missing: OrderLine | null;
  /** An adult of the household stopped its spending; asked where points or a code would go out. */
  frozen: boolean;
  /** Of what was ordered for a household by somebody else: nobody hands it to themselves. */
  threeStand: boolean;
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

/** Scanned on its last day, it may be ended by that keeper while the scan stands. */
export const lastDayIsNotOverOrScanStands: OrderNeed = (facts) =>
  facts.scan?.byThisKeeper ? null : lastDayIsNotOver(facts);

/** `14:36`: by then a scan is over, whatever the second. */
export const scanEndsInWords = (endsAtMs: number): string => clockTime(endsAtMs + 59_999);

const beingHandedOver = ({ endsAtMs }: StandingScan, then: (until: string) => string) => {
  return { code: 'being-handed-over', message: then(scanEndsInWords(endsAtMs)) };
};

/** Goods that were handed over are paid for: nobody takes the points back across the counter. */
export const nobodyIsHandingOver: OrderNeed = ({ scan }) =>
  scan &&
  beingHandedOver(
    scan,
    (until) => `店里扫了码,正在交货,现在不能退。没拿到东西的话,${until}以后再来退。`,
  );

export const noOtherKeeperIsHandingOver: OrderNeed = ({ scan }) =>
  scan && !scan.byThisKeeper
    ? beingHandedOver(
        scan,
        (until) => `店里另一位扫了码,正在交这张单。请让那一位办完,或${until}以后再来。`,
      )
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

export const codeWasScannedByThisKeeper: OrderNeed = ({ scan }) =>
  scan?.byThisKeeper
    ? null
    : { code: 'scan-first', message: '请先扫这一户手机上的取货码,再点交货。扫过的 5 分钟内有效。' };

export const nobodyHandsToThemselves: OrderNeed = ({ threeStand }) =>
  threeStand
    ? null
    : {
        code: 'three-must-stand',
        message:
          '这张单是您代下或者您确认的,不能一手办到底。请店里另一位交货,或请另一位村民在场确认后再办。',
      };

export const goodsAreThere: OrderNeed = ({ missing }) =>
  missing
    ? {
        code: 'stock-gone',
        message: `店里的${missing.name}不够了,交不了。请点“货交不了,退分”,分会退给这一户。`,
      }
    : null;

/**
 * Giving back goes on. A scan spends nothing and stands five minutes, so it is the code before it
 * and the handing over after it that wait for the two who settle it.
 */
export const spendingIsNotFrozen: OrderNeed = ({ frozen }) => (frozen ? spendingFrozen : null);

/**
 * placed → handed-over | cancelled | shop-cancelled | expired; each ending its own word. While a
 * scan stands, the keeper who scanned is the only one who ends the order or scans it anew.
 */
export const orderWorkflow: readonly WorkflowRow<OrderState, OrderActor, OrderFacts>[] = [
  {
    action: 'issue-pickup-code',
    label: '出示取货码',
    from: ['placed'],
    to: ['placed'],
    by: ['resident'],
    needs: [lastDayIsNotOver, spendingIsNotFrozen],
    due: 'own',
  },
  {
    action: 'cancel-order',
    label: '不换了',
    from: ['placed'],
    to: ['cancelled'],
    by: ['resident'],
    needs: [lastDayIsNotOver, nobodyIsHandingOver],
  },
  {
    action: 'open-pickup',
    label: '扫取货码',
    from: ['placed'],
    to: ['placed'],
    by: ['keeper'],
    needs: [
      lastDayIsNotOver,
      keeperMayNotServeOwnHousehold,
      noOtherKeeperIsHandingOver,
      nobodyHandsToThemselves,
    ],
    due: 'own',
  },
  {
    action: 'hand-over',
    label: '交货',
    from: ['placed'],
    to: ['handed-over'],
    by: ['keeper'],
    needs: [
      lastDayIsNotOverOrScanStands,
      keeperMayNotServeOwnHousehold,
      noOtherKeeperIsHandingOver,
      codeWasScannedByThisKeeper,
      nobodyHandsToThemselves,
      goodsAreThere,
      spendingIsNotFrozen,
    ],
  },
  {
    action: 'cancel-for-shop',
    label: '货交不了,退分',
    from: ['placed'],
    to: ['shop-cancelled'],
    by: ['keeper'],
    needs: [
      lastDayIsNotOverOrScanStands,
      keeperMayNotCancelForOwnHousehold,
      noOtherKeeperIsHandingOver,
    ],
  },
  {
    action: 'expire-orders',
    label: '过期退分',
    from: ['placed'],
    to: ['expired'],
    by: ['timer'],
    needs: [lastDayIsOver, nobodyIsHandingOver],
  },
];
