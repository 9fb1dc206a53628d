import { View } from '@tarojs/components';
import { useState } from 'react';
import { draftOwner } from '../../client/drafts';
import { useSession } from '../../client/session';
import { useCommand } from '../../client/use-command';
import { useDraft } from '../../client/use-draft';
import { Ask } from '../../components/ask';
import { Chips } from '../../components/chips';
import { DraftCard } from '../../components/draft-card';
import { ErrorNote } from '../../components/error-state';
import { Field } from '../../components/field';
import type { Order } from '../../components/order-look';
import { Tap } from '../../components/tap';
import { cancelForShop } from '../../contracts/exchange';
import './cannot-serve.scss';

const usualReasons = ['货坏了', '数量不够', '店里要关门几天'];
const longestReason = 100;

/** The way out when the goods are not there: points go back, and the household reads why. */
export function CannotServe({ order, onChanged }: { order: Order; onChanged: () => void }) {
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const { run, busy, error, clearError } = useCommand(cancelForShop);
  const typed = reason.trim();
  const owner = useSession((session) => draftOwner(session, 'self'));
  const draft = useDraft({
    ...{ key: `cannot-serve ${order.orderId}`, owner, restore: setReason },
    value: typed === '' || usualReasons.includes(typed) ? null : reason,
  });
  const open = () => {
    clearError();
    ask(true);
  };
  const cancel = async () => {
    const answer = await run({ orderId: order.orderId, reason: typed });
    onChanged();
    if (!answer.ok) return;
    draft.done();
    ask(false);
  };
  return (
    <>
      <Tap className="cannot-serve" onTap={open}>
        货交不了,退分
      </Tap>
      <Ask
        visible={asking}
        title="货交不了?"
        text={`${order.points} 分马上退给 ${order.householdNumber}号户。原因他家看得到。`}
        confirmLabel="退分"
        danger={typed !== ''}
        busy={busy}
        disabled={typed === ''}
        onConfirm={cancel}
        onClose={() => ask(false)}
      >
        <DraftCard draft={draft} />
        <View className="cannot-serve-reason">
          <Chips
            choices={usualReasons.map((text) => ({ id: text, label: text }))}
            chosen={typed}
            onChoose={setReason}
          />
        </View>
        <Field
          label="为什么交不了"
          value={reason}
          onInput={setReason}
          placeholder="写一句就行"
          maximumLength={longestReason}
        />
        <ErrorNote error={error} />
      </Ask>
    </>
  );
}
