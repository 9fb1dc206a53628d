import { useCommand } from '../../../client/use-command';
import { ReasonAsk } from '../../../components/reason-ask';
import { answerOfficeAct, withdrawOfficeAct } from '../../../contracts/offices';
import type { OfficeAct } from '../words';
import { whatOf, whoOf } from './act-line';

export type Answering = { act: OfficeAct; how: 'accept' | 'refuse' | 'withdraw' };
type Props = { answering: Answering; onClose: () => void; onDone: () => void };

const titles = { accept: '同意', refuse: '不同意', withdraw: '撤回' } as const;
const labels = { accept: '同意,马上生效', refuse: '不同意', withdraw: '撤回' } as const;

/** Whom an act invites holds nothing yet once it is agreed to. */
const labelOf = ({ act, how }: Answering) =>
  how === 'accept' && act.phone !== null ? '同意,给邀请码' : labels[how];

function afterwards({ act, how }: Answering): string {
  const what = `${whoOf(act)}${whatOf(act)}`;
  if (how === 'accept' && act.phone !== null) {
    return `${what}。先看清楚是不是这个单位、这个手机号。同意后就有邀请码,本人用了才算数。`;
  }
  if (how === 'accept') return `${what}。同意后马上生效,公开栏里谁都能看到。`;
  return how === 'refuse' ? `${what}。不同意的,写一句为什么。` : `${what}。撤回后不再等人确认。`;
}

const why = {
  label: '为什么不同意',
  placeholder: '比如 还没有开会选',
  missing: '请写一句为什么,登记的人才知道怎么改。',
};

/** Asks once more before an act is in force, is turned down, or is taken back. */
export function AnswerSheet({ answering, ...ways }: Props) {
  const { act, how } = answering;
  const answer = useCommand(answerOfficeAct);
  const withdrawal = useCommand(withdrawOfficeAct);
  const { officeActId } = act;
  const confirm = async (words: string) => {
    const told = { officeActId, accept: how === 'accept', ...(words && { reason: words }) };
    const done = how === 'withdraw' ? withdrawal.run({ officeActId }) : answer.run(told);
    return (await done).ok;
  };
  return (
    <ReasonAsk
      subject={`${how} act ${officeActId}`}
      title={titles[how]}
      text={afterwards(answering)}
      confirmLabel={labelOf(answering)}
      danger={how === 'refuse'}
      asked={how === 'refuse' ? why : null}
      busy={answer.busy || withdrawal.busy}
      error={answer.error ?? withdrawal.error}
      onConfirm={confirm}
      {...ways}
    />
  );
}
