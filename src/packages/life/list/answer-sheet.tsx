import { useCommand } from '../../../client/use-command';
import { ReasonAsk } from '../../../components/reason-ask';
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

const why = {
  label: '为什么不同意',
  placeholder: '比如 还没有搬走',
  missing: '请写一句为什么,登记的人才知道怎么改。',
};

/** Asks once more before the register is changed, an event is turned down, or is taken back. */
export function AnswerSheet({ answering, ...ways }: Props) {
  const { event, how } = answering;
  const answer = useCommand(answerLifeEvent);
  const withdrawal = useCommand(withdrawLifeEvent);
  const { lifeEventId } = event;
  const confirm = async (words: string) => {
    const told = { lifeEventId, accept: how === 'accept', ...(words && { reason: words }) };
    const done = how === 'withdraw' ? withdrawal.run({ lifeEventId }) : answer.run(told);
    return (await done).ok;
  };
  return (
    <ReasonAsk
      subject={`${how} event ${lifeEventId}`}
      title={titles[how]}
      text={afterwards(answering)}
      confirmLabel={labels[how]}
      danger={how === 'refuse'}
      asked={how === 'refuse' ? why : null}
      busy={answer.busy || withdrawal.busy}
      error={answer.error ?? withdrawal.error}
      onConfirm={confirm}
      {...ways}
    />
  );
}
