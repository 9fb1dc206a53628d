import type { OrderState } from '../../contracts/exchange';
import type { LotShare } from '../ledger/ledger';
import type { ByProxy } from '../people/types';

export type { Shop } from '../town/types';
export type { OrderState };

/** `stock/{shopId}.{goodsId}`: one kind of goods on one shelf; always the sum of its movements. */
export type Stock = {
  shopId: string;
  goodsId: string;
  name: string;
  unit: string;
  /** Price of one. */
  points: number;
  /** What one costs the shop, in 1/100 yuan. */
  costFen: number;
  kind: 'goods' | 'service';
  onHand: number;
  /** Set aside for open orders. */
  held: number;
  safetyStock: number;
  /** Number of its latest movement. */
  sequence: number;
  /** What all on hand cost when it came, in 1/100 yuan; a new cost changes none of it. */
  valueFen: number;
  /** What all that was ever handed over had cost. */
  handedOutFen: number;
  /** What was damaged, lost or counted off had cost, less what was counted up again. */
  lostFen: number;
};

/** Why goods came or went without an order. */
export type StockReason = 'bought-in' | 'damaged' | 'lost' | 'counted';
export type MovementKind = StockReason | 'held' | 'released' | 'handed-over';

/** `movements/{shopId}.{goodsId}.{sequence}`: immutable. Changes are signed. */
export type Movement = {
  stockId: string;
  shopId: string;
  goodsId: string;
  sequence: number;
  kind: MovementKind;
  onHandChange: number;
  heldChange: number;
  /** What came had cost, or what left, in 1/100 yuan. */
  valueChangeFen: number;
  orderId: string | null;
  note: string | null;
  /** Null where the timer did it. */
  byPersonId: string | null;
  atMs: number;
};

export type OrderLine = {
  goodsId: string;
  name: string;
  unit: string;
  count: number;
  /** Price of one when the order was placed. */
  points: number;
};

/** What said that the household is at the counter, where it brought no phone. */
export type Witness = Pick<ByProxy, 'secondId'>;

/** A keeper has read the pickup code, or the card, and may hand over for a while. */
export type Scan = { keeperId: string; atMs: number; witness?: Witness };

/** A pickup code that was taken; kept while it would otherwise still be good. */
export type UsedCode = { signature: string; validUntilMs: number };

/** `orders/{orderId}`; the order id is the id of the command that placed it. */
export type Order = {
  orderId: string;
  state: OrderState;
  shopId: string;
  shopName: string;
  villageId: string;
  householdId: string;
  householdNumber: number;
  /** Masked: `张*`. */
  householdName: string;
  lines: OrderLine[];
  points: number;
  /** Which lots the held points came from, so that they can go back there. */
  shares: LotShare[];
  placedByPersonId: string;
  /** Where somebody ordered for the household. */
  byProxy?: ByProxy;
  placedAtMs: number;
  /** First millisecond after the last day for picking up. */
  expiresAtMs: number;
  endedAtMs: number | null;
  /** Day of `endedAtMs` at +08:00: a shop lists by it. */
  endedDay: string | null;
  endedByPersonId: string | null;
  /** What the shop wrote when it could not hand over. */
  endReason: string | null;
  /** Points that went back into a lot past its last day, and so were lost. */
  pointsLapsed: number;
  scan: Scan | null;
  usedCodes: UsedCode[];
};
