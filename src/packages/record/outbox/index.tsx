import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { type OutboxItem, removeFromOutbox, sendOutbox, useOutbox } from '../../../client/outbox';
import { Ask } from '../../../components/ask';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Page } from '../../../components/page';
import { OutboxLine } from './outbox-line';

/** About a screen of them. */
const itemsAtOnce = 5;

/** What needs somebody first. */
const inTurn: readonly (readonly OutboxItem['state'][])[] = [
  ['refused'],
  ['waiting', 'sending'],
  ['done'],
];

/** By what is to be done, newest first among equals. */
function groupsOf(items: readonly OutboxItem[]) {
  const newestFirst = [...items].sort((left, right) => right.madeAtMs - left.madeAtMs);
  return inTurn.map((states) => ({
    key: states.join(),
    rows: newestFirst.filter(({ state }) => states.includes(state)),
  }));
}

export default function OutboxPage() {
  const items = useOutbox((outbox) => outbox.items);
  const [removing, setRemoving] = useState<OutboxItem | null>(null);
  useDidShow(() => {
    sendOutbox();
  });
  const waiting = items.filter((item) => item.state === 'waiting').length;
  const sending = items.some((item) => item.state === 'sending');
  const primary = { label: `现在上传 ${waiting} 条`, onTap: sendOutbox, busy: sending };
  const remove = async () => {
    if (removing) await removeFromOutbox(removing.commandId);
    setRemoving(null);
  };
  return (
    <Page title="没上传的" primary={waiting > 0 ? primary : undefined}>
      <View>
        {items.length === 0 && (
          <EmptyState
            icon="check"
            text="本机没有要上传的。"
            hint="没有网时记的先存在这里,有网时请再打开一次小程序,就接着传。"
          />
        )}
        {waiting > 0 && (
          <Card tone="blue">
            没传上去的还不算记分。有网、小程序开着时才会传;关了的话,有网时请再打开一次。
          </Card>
        )}
      </View>
      <Growing groups={groupsOf(items)} keyOf={({ commandId }) => commandId} atOnce={itemsAtOnce}>
        {(item) => <OutboxLine item={item} onRemove={() => setRemoving(item)} />}
      </Growing>
      <Ask
        visible={removing !== null}
        title="不要这一条了?"
        text={`“${removing?.label ?? ''}”会从本机删掉,不会记分,找不回来。`}
        confirmLabel="删掉"
        danger
        onConfirm={remove}
        onClose={() => setRemoving(null)}
      />
    </Page>
  );
}
