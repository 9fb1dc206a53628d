import { useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { answerLifeEvent, withdrawLifeEvent } from '../../../contracts/life';
import { type LifeEvent, whatFollows, whatOf } from '../words';

export type Answering = { event: LifeEvent; how: 'accept' | 'refuse' | 'withdraw' };
type Props = { answering: Answering; onClose: () => void; onDone: () => void };

const titles = { accept: '同意', refuse: '不同意', withdraw: '撤回' } as const;
const labels = { accept: '同意改户册', refuse: '不同意', withdraw: '撤回' } as const;

function afterwards({ event, how }: Answering): string {
  const what = `${event.householdNumber}号户:${whatOf(event)}`;
  if (how === 'accept') return `${what}。同意后马上改户册。${whatFollows(event)}这一户看得到。`;
  return how === 'refuse' ? `${what}。不同意的,写一句为什么。` : `${what}。撤回后不再等人确认。`;
}

/** Asks once more before the register is changed, an event is turned down, or is taken back. */
export function AnswerSheet({ answering, onClose, onDone }: Props) {
  const { event, how } = answering;
  const [reason, type] = useState('');
  const [missing, setMissing] = useState(false);
  const answer = useCommand(answerLifeEvent);
  const withdrawal = useCommand(withdrawLifeEvent);
  const { lifeEventId } = event;
  const error = answer.error ?? withdrawal.error;
  const confirm = async () => {
    const words = reason.trim();
    if (how === 'refuse' && words === '') return setMissing(true);
    const told = { lifeEventId, accept: how === 'accept', ...(words && { reason: words }) };
    const done = how === 'withdraw' ? withdrawal.run({ lifeEventId }) : answer.run(told);
    return (await done).ok && onDone();
  };
  return (
    <Ask
      visible
      title={titles[how]}
      text={afterwards(answering)}
      confirmLabel={labels[how]}
      danger={how === 'refuse'}
      busy={answer.busy || withdrawal.busy}
      onConfirm={confirm}
      // What was refused may have changed meanwhile: the list is read again.
      onClose={error ? onDone : onClose}
    >
      {how === 'refuse' && (
        <Field
          label="为什么不同意"
          value={reason}
          onInput={(text) => {
            type(text);
            setMissing(false);
          }}
          maximumLength={60}
          placeholder="比如 还没有搬走"
          problem={missing ? '请写一句为什么,登记的人才知道怎么改。' : null}
        />
      )}
      <ErrorNote error={error} />
    </Ask>
  );
}
