import { useCommand } from '../../../client/use-command';
import { ReasonAsk } from '../../../components/reason-ask';
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

const why = {
  label: '为什么不同意',
  placeholder: '比如 今年才来,还没有常住',
  missing: '请写一句为什么,本人能看到。',
};

/** Asks once more before somebody is entered, or is not. */
export function AnswerSheet({ answering, ...ways }: Props) {
  const { request, accept } = answering;
  const command = useCommand(answerEntryRequest);
  const { entryRequestId, askedAtMs } = request;
  const confirm = async (reason: string) => {
    const told = { entryRequestId, askedAtMs, accept, ...(!accept && { reason }) };
    return (await command.run(told)).ok;
  };
  return (
    <ReasonAsk
      subject={`${accept ? 'accept' : 'refuse'} entry ${entryRequestId}`}
      title={accept ? '同意登记' : '不同意登记'}
      text={afterwards(answering)}
      confirmLabel={accept ? '同意登记' : '不同意'}
      danger={!accept}
      asked={accept ? null : why}
      busy={command.busy}
      error={command.error}
      onConfirm={confirm}
      {...ways}
    />
  );
}
