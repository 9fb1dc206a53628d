import { useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { settleLink } from '../../../contracts/links';
import type { OpenLink } from './link-line';

export type Settling = { link: OpenLink; out: boolean };
type Props = { settling: Settling; onClose: () => void; onDone: () => void };

/** The second of one opinion adds no reason of their own. */
const isSecond = ({ link: { opinion }, out }: Settling) => opinion?.out === out;

function afterwards(settling: Settling): string {
  const { link, out } = settling;
  const who = `${link.name}(${link.householdNumber}号户)`;
  if (link.state === 'cut') {
    return out ? `${who}解除得对。` : `${who}解除错了:户册上的手机号还给他,点一下又能加入。`;
  }
  if (!isSecond(settling)) {
    return `您是第一个人。还要另一个人意见一样才算数,两个人里要有村委会以外的(监委会或镇里)。`;
  }
  return out ? `您是第二个人。同意后,${who}马上退出这一户。` : `您是第二个人。同意后,${who}不变。`;
}

/** Asks once more before it is said what becomes of somebody. */
export function SettleSheet({ settling, onClose, onDone }: Props) {
  const { link, out } = settling;
  const [reason, type] = useState('');
  const [missing, setMissing] = useState(false);
  const command = useCommand(settleLink);
  const confirm = async () => {
    const words = reason.trim();
    if (!isSecond(settling) && words === '') return setMissing(true);
    const { linkId } = link;
    return (await command.run({ linkId, out, ...(words && { reason: words }) })).ok && onDone();
  };
  return (
    <Ask
      visible
      title={out ? '不是这一户的' : '是这一户的'}
      text={afterwards(settling)}
      confirmLabel={isSecond(settling) ? '同意' : '这样答复'}
      danger={out}
      busy={command.busy}
      onConfirm={confirm}
      // What was refused may have changed meanwhile: the list is read again.
      onClose={command.error ? onDone : onClose}
    >
      {!isSecond(settling) && (
        <Field
          label="查下来怎么回事"
          value={reason}
          onInput={(text) => {
            type(text);
            setMissing(false);
          }}
          maximumLength={60}
          placeholder="比如 当面问过这一户的人"
          problem={missing ? '请写一句,这一户能看到。' : null}
        />
      )}
      <ErrorNote error={command.error} />
    </Ask>
  );
}
