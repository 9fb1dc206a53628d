import { View } from '@tarojs/components';
import { Ask } from '../../components/ask';
import { ErrorNote } from '../../components/error-state';
import { OrderLines } from '../../components/order-lines';
import type { EnvelopeError } from '../../contracts/contract';
import { reservationDays } from '../../domain/exchange/place-order';
import type { BasketLine, Shop } from './basket';
import './place-sheet.scss';

type Props = {
  /** Null while nothing is asked. */
  lines: readonly BasketLine[] | null;
  shop: Shop;
  busy: boolean;
  error: EnvelopeError | null;
  onConfirm: () => void;
  onClose: () => void;
};

/**
 * Says what an order means before it is placed. Days, not a date: the date is the cloud's to say,
 * and a phone's clock may be wrong.
 */
export function PlaceSheet({ lines, shop, busy, error, onConfirm, onClose }: Props) {
  return (
    <Ask
      visible={lines !== null}
      title="就换这些?"
      confirmLabel="下单"
      cancelLabel="再看看"
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <View className="place-sheet">
        <OrderLines lines={(lines ?? []).map(({ goods, count }) => ({ ...goods, count }))} />
        <View className="place-sheet-note">
          东西给您留 {reservationDays} 天,到{shop.name}取。取走才扣分;不想要了可以退,过期自动退分。
        </View>
      </View>
      <ErrorNote error={error} />
    </Ask>
  );
}
