import { View } from '@tarojs/components';
import { Ask } from '../../../components/ask';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { ErrorNote } from '../../../components/error-state';
import { Line } from '../../../components/line';
import { LeftLines } from './left-lines';
import type { FullActivity } from './together-step';
import { useWithdrawing } from './use-withdrawing';

type Props = { full: FullActivity; onDone: () => void };

/** For who recorded it: takes all of it back as long as nobody has checked it. */
export function Withdrawing({ full, onDone }: Props) {
  const { count, asking, ask, withdraw, withdrawn, busy, error } = useWithdrawing(full, onDone);
  if (withdrawn) {
    return (
      <>
        <Card flush tone="green">
          <Line
            icon="check"
            title={`撤回了 ${withdrawn.withdrawn} 户`}
            note="这几户的这一条不算了。要改的,重新记一次。"
          />
        </Card>
        <LeftLines title="没撤回的" left={withdrawn.left} full={full} />
      </>
    );
  }
  if (count === 0) return null;
  return (
    <View>
      <Button onTap={() => ask(true)}>{`撤回这 ${count} 户`}</Button>
      <View className="activity-hint">还没有人核对,您可以把记的都撤回。</View>
      <Ask
        visible={asking}
        title={`撤回这 ${count} 户`}
        text="撤回后这几户的这一条不算了。要改的,撤回以后重新记。"
        confirmLabel={`撤回 ${count} 户`}
        danger
        busy={busy}
        onConfirm={withdraw}
        onClose={() => ask(false)}
      >
        <ErrorNote error={error} />
      </Ask>
    </View>
  );
}
