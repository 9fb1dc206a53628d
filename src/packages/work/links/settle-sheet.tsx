import { useCommand } from '../../../client/use-command';
import { ReasonAsk } from '../../../components/reason-ask';
import { settleLink } from '../../../contracts/links';
import { calledBy } from '../../../domain/kernel/names';
import type { OpenLink } from './link-line';

export type Settling = { link: OpenLink; out: boolean };
type Props = { settling: Settling; onClose: () => void; onDone: () => void };

/** The second of one opinion adds no reason of their own. */
const isSecond = ({ link: { opinion }, out }: Settling) => opinion?.out === out;

function afterwards(settling: Settling): string {
  const { link, out } = settling;
  const who = calledBy(link.householdNumber, link.name);
  if (link.state === 'cut') {
    return out ? `${who}解除得对。` : `${who}解除错了:户册上的手机号还给他,点一下又能加入。`;
  }
  if (!isSecond(settling)) {
    return `您是第一个人。还要另一个人意见一样才算数,两个人里要有村委会以外的(监委会或镇里)。`;
  }
  return out ? `您是第二个人。同意后,${who}马上退出这一户。` : `您是第二个人。同意后,${who}不变。`;
}

const what = {
  label: '查下来怎么回事',
  placeholder: '比如 当面问过这一户的人',
  missing: '请写一句,这一户能看到。',
};

/** Asks once more before it is said what becomes of somebody. */
export function SettleSheet({ settling, ...ways }: Props) {
  const { link, out } = settling;
  const command = useCommand(settleLink);
  const { linkId } = link;
  const confirm = async (words: string) =>
    (await command.run({ linkId, out, ...(words && { reason: words }) })).ok;
  return (
    <ReasonAsk
      subject={`${out ? 'out' : 'stays'} link ${linkId}`}
      title={out ? '不是这一户的' : '是这一户的'}
      text={afterwards(settling)}
      confirmLabel={isSecond(settling) ? '同意' : '这样答复'}
      danger={out}
      asked={isSecond(settling) ? null : what}
      busy={command.busy}
      error={command.error}
      onConfirm={confirm}
      {...ways}
    />
  );
}
