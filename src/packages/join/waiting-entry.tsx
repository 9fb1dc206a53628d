import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Session, useSession } from '../../client/session';
import { useCommand } from '../../client/use-command';
import { Ask } from '../../components/ask';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { instantInWords } from '../../components/days';
import { ErrorNote } from '../../components/error-state';
import { Icon } from '../../components/icon';
import { Tap } from '../../components/tap';
import { appealEntryRefusal, withdrawEntryRequest } from '../../contracts/entry';
import { afterTheLastNo } from '../../domain/people/told-before';
import './waiting.scss';

type Waiting = NonNullable<Session['waitingEntry']>;
type Props = { waiting: Waiting; onCheck: () => void; onOther: () => void };

const titles: Readonly<Record<Waiting['state'], string>> = {
  waiting: '在等村里核实',
  agreed: '一个人同意了,等第二个人',
  refused: '这次没有同意',
  appealed: '监委会在重新看',
  backed: '监委会同意了,等第二个人',
  closed: '监委会看过,没有同意',
};

const notes: Readonly<Record<Waiting['state'], string>> = {
  waiting: '村里有两个人核实您长期住在这里,都同意就登记上,再打开时就能用了。',
  agreed: '再有一个人同意就登记上,再打开时就能用了。',
  refused: '写错了的,改好再申请;觉得不对的,可以请村务监督委员会再看一次,上次的人要回避。',
  appealed: '由监委会里另外的人来看,3 个工作日里答复。',
  backed: '再有一个人同意就登记上,再打开时就能用了。',
  closed: afterTheLastNo,
};

/** Of two equal ways on none is the green one. */
function AfterRefusal({ onOther }: { onOther: () => void }) {
  const refresh = useSession((session) => session.refresh);
  const command = useCommand(appealEntryRefusal);
  const appeal = async () => {
    if ((await command.run({})).ok) await refresh();
  };
  return (
    <>
      <Button tone="outline" busy={command.busy} onTap={appeal}>
        请监委会再看
      </Button>
      <Button onTap={onOther}>改好再申请</Button>
      <ErrorNote error={command.error} />
    </>
  );
}

/** Small and plain below what goes on, and asked once more. */
function Withdrawal() {
  const refresh = useSession((session) => session.refresh);
  const [asked, setAsked] = useState(false);
  const { busy, error, run } = useCommand(withdrawEntryRequest);
  const close = () => setAsked(false);
  const withdraw = async () => {
    if ((await run({})).ok) await refresh();
  };
  // What was refused may have been decided meanwhile: how it stands is read again.
  const leave = async () => {
    if (error) await refresh();
    close();
  };
  return (
    <>
      <Tap className="join-waiting-withdrawal" onTap={() => setAsked(true)}>
        撤回
      </Tap>
      <Ask
        visible={asked}
        title="撤回申请"
        text="撤回后不再等村里核实,填的内容马上删掉。要登记可以重新申请。"
        confirmLabel="撤回"
        busy={busy}
        onConfirm={withdraw}
        onClose={leave}
      >
        <ErrorNote error={error} />
      </Ask>
    </>
  );
}

/** They asked to be entered: how it stands, what happens next, what they can do. */
export function WaitingEntry({ waiting, onCheck, onOther }: Props) {
  const { state, villageName, householdNumber, askedAtMs, reason } = waiting;
  const isOver = state === 'refused' || state === 'closed';
  const isUndecided = state === 'waiting' || state === 'agreed';
  const where = householdNumber === null ? '' : `,住在 ${householdNumber}号户`;
  return (
    <Card tone={isOver ? 'plain' : 'blue'} className="join-waiting">
      <Icon name={isOver ? 'warning' : 'clock'} tone={isOver ? 'red' : 'blue'} size="large" />
      <View className="join-waiting-title">{titles[state]}</View>
      <View>
        {instantInWords(askedAtMs)}申请登记到{villageName}
        {where}
      </View>
      <View>{reason !== null && <View>理由:{reason}</View>}</View>
      <View className="join-waiting-note">{notes[state]}</View>
      <View>{state === 'refused' && <AfterRefusal onOther={onOther} />}</View>
      <Button onTap={isOver ? onOther : onCheck}>
        {isOver ? '用别的办法加入' : '看看通过了没有'}
      </Button>
      <View>{isUndecided && <Withdrawal />}</View>
    </Card>
  );
}
