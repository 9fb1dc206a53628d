import { useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { answerEntryRequest } from '../../../contracts/entry';
import { type EntryRequest, whereOf } from './request-line';

export type Answering = { request: EntryRequest; accept: boolean };
type Props = { answering: Answering; onClose: () => void; onDone: () => void };

function afterwards({ request, accept }: Answering): string {
  const { name, agreedAs, appealed } = request;
  if (!accept) {
    return appealed
      ? `${name}不登记,这是最后的答复。理由本人能看到。`
      : `${name}不登记。理由本人能看到,也能请监委会再看一次。`;
  }
  if (agreedAs === null) {
    return `您是第一个人。还要村委会以外的一个人(监委会或镇里)也同意,${name}才登记。`;
  }
  return `您是第二个人。同意后,${name}写进户册(${whereOf(request)}),马上就能用。`;
}

/** Asks once more before somebody is entered, or is not. */
export function AnswerSheet({ answering, onClose, onDone }: Props) {
  const { request, accept } = answering;
  const [reason, type] = useState('');
  const [missing, setMissing] = useState(false);
  const command = useCommand(answerEntryRequest);
  const confirm = async () => {
    const words = reason.trim();
    if (!accept && words === '') return setMissing(true);
    const { entryRequestId, askedAtMs } = request;
    const told = { entryRequestId, askedAtMs, accept, ...(!accept && { reason: words }) };
    return (await command.run(told)).ok && onDone();
  };
  return (
    <Ask
      visible
      title={accept ? '同意登记' : '不同意登记'}
      text={afterwards(answering)}
      confirmLabel={accept ? '同意登记' : '不同意'}
      danger={!accept}
      busy={command.busy}
      onConfirm={confirm}
      // What was refused may have changed meanwhile: the list is read again.
      onClose={command.error ? onDone : onClose}
    >
      {!accept && (
        <Field
          label="为什么不同意"
          value={reason}
          onInput={(text) => {
            type(text);
            setMissing(false);
          }}
          maximumLength={60}
          placeholder="比如 今年才来,还没有常住"
          problem={missing ? '请写一句为什么,本人能看到。' : null}
        />
      )}
      <ErrorNote error={command.error} />
    </Ask>
  );
}
