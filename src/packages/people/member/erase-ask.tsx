import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { ErrorNote } from '../../../components/error-state';
import { eraseMember } from '../../../contracts/people';
import { dayInWords } from '../../../domain/kernel/time';
import { type Filled, inWords } from './whom';

type Props = { whom: Filled; onDone: (said: string) => void; onClose: () => void };

/** For somebody without a phone who wants nothing kept of them. */
export function EraseAsk({ whom, onDone, onClose }: Props) {
  const { run, busy, error } = useCommand(eraseMember);
  const erase = async () => {
    const answer = await run(whom);
    if (!answer.ok) return;
    const by = dayInWords(answer.value.restGoesOnDay);
    onDone(`${inWords(whom)}的信息删了。照片和说明 ${by} 早上以前删完。`);
  };
  return (
    <Ask
      visible
      title="真的要删除吗?"
      text={`${inWords(whom)}的姓名、手机号、职务都会删掉,找不回来。这一户的积分和账留着。`}
      confirmLabel="删除"
      danger
      busy={busy}
      onConfirm={erase}
      onClose={onClose}
    >
      <ErrorNote error={error} />
    </Ask>
  );
}
