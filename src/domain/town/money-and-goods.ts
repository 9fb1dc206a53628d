import { refuse } from '../kernel/refusal';
import type { HeldRole } from '../people/types';
import type { FundSource } from './types';

/**
 * Goods back points only where two different people stand for them: one booked what was spent, the
 * other brought the goods in. So nobody who may book money brings goods in, and nobody who looks
 * after a shelf books what was spent.
 */
const booksMoney = (roles: readonly HeldRole[]) => roles.some(({ role }) => role === 'town-admin');
const keepsGoods = (roles: readonly HeldRole[]) => roles.some(({ role }) => role === 'keeper');

/** @throws Refusal `books-the-money`; what is missing may be written off by either */
export function mustNotBookMoney(roles: readonly HeldRole[], change: number): void {
  if (change <= 0 || !booksMoney(roles)) return;
  refuse('books-the-money', '管钱的人不记进货,也不往上盘点。请店里的管理员点了货来记。');
}

/** @throws Refusal `keeps-the-goods` */
export function mustNotKeepGoods(roles: readonly HeldRole[], source: FundSource): void {
  if (source !== 'spent-on-goods' || !keepsGoods(roles)) return;
  refuse('keeps-the-goods', '管货的人不登记买货花的钱。请把单据交给另一位镇管理员登记。');
}
