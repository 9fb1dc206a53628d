import { refuse } from '../kernel/refusal';
import type { Fund, FundMovement, FundSource } from './types';

type Booking = { amountFen: number; source: FundSource; note: string | null; byPersonId: string };

function yuan(amountFen: number): string {
  return (amountFen / 100).toFixed(2);
}

/** Money spent on goods leaves the fund; what arrives adds to it. A wrong line is put right by its
 * opposite, so arriving sources may also be negative. */
function sourceFits({ amountFen, source }: Booking): boolean {
  return source !== 'spent-on-goods' || amountFen < 0;
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
  if (!sourceFits(booking)) {
    refuse('source-does-not-fit', '买货花的钱要填减少的数。到账的钱请选它的来源。');
  }
  const balanceFen = fund.balanceFen + booking.amountFen;
  if (balanceFen < 0) {
    const words = `账上只有 ${yuan(fund.balanceFen)} 元,减不了 ${yuan(-booking.amountFen)} 元`;
    refuse('funds-below-zero', `${words}。请核对金额,或先登记到账的钱。`);
  }
  const sequence = fund.sequence + 1;
  const { villageId } = fund;
  return {
    fund: { ...fund, balanceFen, sequence },
    movement: { villageId, sequence, ...booking, balanceFen, atMs: nowMs },
  };
}
