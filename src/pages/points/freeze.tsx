import { useState } from 'react';
import { useSession } from '../../client/session';
import { useCommand } from '../../client/use-command';
import { Ask } from '../../components/ask';
import { Card } from '../../components/card';
import { ErrorNote } from '../../components/error-state';
import { Line } from '../../components/line';
import { freezeSpending } from '../../contracts/people';

/** Stops the household's spending, for whoever fears that somebody else spends it. */
export function FreezeCard({ onDone }: { onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const command = useCommand(freezeSpending);
  const ours = useSession(({ proxy }) => (proxy ? `${proxy.householdNumber}号户` : '您家'));
  const close = () => {
    setAsking(false);
    // What was refused may have changed meanwhile.
    if (command.error) onDone();
  };
  const confirm = async () => {
    const answer = await command.run({});
    if (!answer.ok) return;
    setAsking(false);
    onDone();
  };
  return (
    <>
      <Card flush>
        <Line
          icon="warning"
          title="先别让人换东西"
          note={`手机丢了、怕有人乱用${ours}的分`}
          onTap={() => setAsking(true)}
        />
      </Card>
      {asking && (
        <Ask
          visible
          title="先别让人换东西"
          text={`${ours}谁都换不了东西、取不了货,加分照常,分一分不少,下的单还能退。要接着用,得有两个人查清同意,其中一个是村务监督委员会或镇里的,要等几天。`}
          confirmLabel="停用兑换分"
          danger
          busy={command.busy}
          onConfirm={confirm}
          onClose={close}
        >
          <ErrorNote error={command.error} />
        </Ask>
      )}
    </>
  );
}
