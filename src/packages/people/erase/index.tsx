import Taro from '@tarojs/taro';
import { useState } from 'react';
import { forgetMe } from '../../../client/forget-me';
import { notSentCount, useOutbox } from '../../../client/outbox';
import { useSession } from '../../../client/session';
import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Page } from '../../../components/page';
import { eraseMe } from '../../../contracts/people';
import { dayInWords } from '../../../domain/kernel/time';
import { WhatGoes } from './what-goes';

const toBoard = () => Taro.switchTab({ url: '/pages/board/index' });

function Gone({ text, hint }: { text: string; hint: string }) {
  return (
    <Page title="注销" primary={{ label: '回到公开栏', onTap: toBoard }}>
      <EmptyState icon="check" text={text} hint={hint} />
    </Page>
  );
}

function sure(notSent: number): string {
  const lost = notSent > 0 ? `这部手机上没上传的 ${notSent} 条也会清掉。` : '';
  return `${lost}删掉的找不回来。以后想用,可以重新加入。`;
}

/** Erasure on request: says what goes and what stays, asks once, does it. */
export default function ErasePage() {
  const { me, waitingJoin, waitingEntry, roles, state } = useSession();
  const notSent = useOutbox(({ items }) => notSentCount(items));
  const [asking, ask] = useState(false);
  const [goneByDay, setGoneByDay] = useState<string | null>(null);
  const { run, busy, error, clearError } = useCommand(eraseMe);
  const open = () => {
    clearError();
    ask(true);
  };
  const erase = async () => {
    const answer = await run({});
    if (!answer.ok) return;
    ask(false);
    setGoneByDay(answer.value.restGoesOnDay);
    await forgetMe();
  };
  if (goneByDay !== null) {
    const hint = `照片、说明和位置 ${dayInWords(goneByDay)} 早上以前删完。`;
    return <Gone text="已经注销" hint={hint} />;
  }
  const waits = waitingJoin ?? waitingEntry;
  if (state === 'ready' && !me && !waits && roles.length === 0) {
    return <Gone text="没有要删的信息" hint="您还没有加入哪一户,这里没有您的信息。" />;
  }
  return (
    <Page title="注销" primary={{ label: '注销并删除我的信息', onTap: open, tone: 'danger' }}>
      <WhatGoes />
      <Ask
        visible={asking}
        title="真的要注销吗?"
        text={sure(notSent)}
        confirmLabel="注销"
        danger
        busy={busy}
        onConfirm={erase}
        onClose={() => ask(false)}
      >
        <ErrorNote error={error} />
      </Ask>
    </Page>
  );
}
