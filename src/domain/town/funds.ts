import { refuse } from '../kernel/refusal';
import type { Fund, FundMovement, FundSource } from './types';

/** Of a village that nothing was booked for yet. */
export function emptyFund(villageId: string): Fund {
  return { townId: 'town', villageId, balanceFen: 0, spentOnGoodsFen: 0, sequence: 0 };
}

type Booking = { amountFen: number; source: FundSource; note: string | null; byPersonId: string };

function yuan(amountFen: number): string {
  return (amountFen / 100).toFixed(2);
}

/**
 * What the village has spent on goods. Such money leaves the fund; a wrong line is put right by its
 * opposite, so no more comes back than was spent. Arriving sources may be negative just so.
 */
function spentAfter({ spentOnGoodsFen }: Fund, { amountFen, source }: Booking): number {
  if (source !== 'spent-on-goods') return spentOnGoodsFen;
  const spentFen = spentOnGoodsFen - amountFen;
  if (spentFen >= 0) return spentFen;
  const words = `买货花的钱一共登记了 ${yuan(spentOnGoodsFen)} 元,退不回 ${yuan(amountFen)} 元`;
  return refuse('source-does-not-fit', `${words}。买货花的钱要填减少的数;到账的钱请选它的来源。`);
}

/**
 * Books money in fen.
 * @throws Refusal `amount-is-zero`, `source-does-not-fit`, `funds-below-zero`
 */
export function bookFunds(
  fund: Fund,
  booking: Booking,
  nowMs: number,
): { fund: Fund; movement: FundMovement } {
  if (booking.amountFen === 0) refuse('amount-is-zero', '金额是 0,没有要登记的。请填金额再交。');
  const spentOnGoodsFen = spentAfter(fund, booking);
  const balanceFen = fund.balanceFen + booking.amountFen;
  if (balanceFen < 0) {
    const words = `账上只有 ${yuan(fund.balanceFen)} 元,减不了 ${yuan(-booking.amountFen)} 元`;
    refuse('funds-below-zero', `${words}。请核对金额,或先登记到账的钱。`);
  }
  const sequence = fund.sequence + 1;
  const { villageId } = fund;
  return {
    fund: { ...fund, balanceFen, spentOnGoodsFen, sequence },
    movement: { villageId, sequence, ...booking, balanceFen, atMs: nowMs },
  };
}
