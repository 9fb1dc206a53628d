import { useState } from 'react';
import { useCommand } from '../../client/use-command';
import { Ask } from '../../components/ask';
import { ErrorNote } from '../../components/error-state';
import type { Order } from '../../components/order-look';
import { Tap } from '../../components/tap';
import { cancelOrder } from '../../contracts/exchange';
import './cancel-order.scss';

/** Changing one's mind; asked first, because the goods go back to the shelf at once. */
export function CancelOrder({ order, onChanged }: { order: Order; onChanged: () => void }) {
  const [asking, ask] = useState(false);
  const { run, busy, error, clearError } = useCommand(cancelOrder);
  const open = () => {
    clearError();
    ask(true);
  };
  const cancel = async () => {
    const answer = await run({ orderId: order.orderId });
    // Refused: most likely it has just been handed over; the page then says so.
    onChanged();
    if (answer.ok) ask(false);
  };
  return (
    <>
      <Tap className="cancel-order" onTap={open}>
        不换了
      </Tap>
      <Ask
        visible={asking}
        title="这一单不换了?"
        text={`${order.points} 分马上退回您家,东西放回货架。以后想要可以再下单。`}
        confirmLabel="不换了"
        cancelLabel="还是要换"
        danger
        busy={busy}
        onConfirm={cancel}
        onClose={() => ask(false)}
      >
        <ErrorNote error={error} />
      </Ask>
    </>
  );
}
