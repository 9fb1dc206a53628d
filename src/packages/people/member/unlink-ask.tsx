import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { ErrorNote } from '../../../components/error-state';
import { unlinkMember } from '../../../contracts/people';
import { type Filled, inWords } from './whom';

type Props = { whom: Filled; onDone: (said: string) => void; onClose: () => void };

const next = '再用这个名字加入,要村里两个人同意。';

/** Says what ends and how one comes back, asks once. */
export function UnlinkAsk({ whom, onDone, onClose }: Props) {
  const { run, busy, error } = useCommand(unlinkMember);
  const unlink = async () => {
    const answer = await run(whom);
    if (answer.ok) onDone(`${inWords(whom)}的手机解除了。${next}`);
  };
  return (
    <Ask
      visible
      title="解除这个人的手机?"
      text={`那部手机马上看不到、也办不了${inWords(whom)}的事,登记的手机号也不算数了。积分、记录都不变。${next}`}
      confirmLabel="解除手机"
      danger
      busy={busy}
      onConfirm={unlink}
      onClose={onClose}
    >
      <ErrorNote error={error} />
    </Ask>
  );
}
