import { useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
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

/** Asks once more before an act is in force, is turned down, or is taken back. */
export function AnswerSheet({ answering, onClose, onDone }: Props) {
  const { act, how } = answering;
  const [reason, type] = useState('');
  const [missing, setMissing] = useState(false);
  const answer = useCommand(answerOfficeAct);
  const withdrawal = useCommand(withdrawOfficeAct);
  const { officeActId } = act;
  const error = answer.error ?? withdrawal.error;
  const confirm = async () => {
    const words = reason.trim();
    if (how === 'refuse' && words === '') return setMissing(true);
    const told = { officeActId, accept: how === 'accept', ...(words && { reason: words }) };
    const done = how === 'withdraw' ? withdrawal.run({ officeActId }) : answer.run(told);
    return (await done).ok && onDone();
  };
  return (
    <Ask
      visible
      title={titles[how]}
      text={afterwards(answering)}
      confirmLabel={labelOf(answering)}
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
          placeholder="比如 还没有开会选"
          problem={missing ? '请写一句为什么,登记的人才知道怎么改。' : null}
        />
      )}
      <ErrorNote error={error} />
    </Ask>
  );
}
