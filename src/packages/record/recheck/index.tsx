import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../client/use-call';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import { readRecheck } from '../../../contracts/rechecks';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { type PublishedRecheck, redoRecheck } from '../../../domain/records/redo-recheck';
import { DrawsOn, Redone } from '../draw/redone';
import { RecheckLines } from './recheck-lines';

const drawDiffers = '对不上:抽出来的不是公布的这几个记号。请截图,找镇里反映。';
const nightDiffers = '对不上:列出来的留底和抽的时候用的不一样。请截图,找镇里反映。';
/** Enough to compare by eye with a printed sheet. */
const shortDigits = 12;

function Outcome({ recheck }: { recheck: PublishedRecheck }) {
  const redone = redoRecheck(recheck);
  if (!redone) return null;
  if (!redone.drawFits) return <Redone differs={drawDiffers} />;
  return <Redone differs={redone.nightFits ? null : nightDiffers} />;
}

/** What was fixed before, and what nobody could know. */
function HowDrawn({ recheck }: { recheck: PublishedRecheck }) {
  const { seedHash, frozenAtMs, marks, draw, drawDay } = recheck;
  const today = dayOf(Date.now());
  const night = draw ? `${dayInWords(draw.night, today)}凌晨` : `${dayInWords(drawDay, today)}凌晨`;
  return (
    <Card flush>
      <Line
        title={`${dayInWords(dayOf(frozenAtMs), today)}定死 ${marks.length} 条`}
        note="这个月入账的都在里面,一条一个记号;每 20 条抽 1 条,不满 20 条的抽 1 条"
      />
      <Line title={seedHash.slice(0, shortDigits)} note="种子的指纹:抽之前就公布了" />
      <Line title={night} note="全镇每个村当夜账本的留底号一起掺进去,前一天谁也不知道" />
    </Card>
  );
}

function Recheck({ villageId }: { villageId: string }) {
  const call = useCall(readRecheck, { villageId });
  const [isRedone, setRedone] = useState(false);
  const mayRedo = (call.value?.draw ?? null) !== null && !isRedone;
  const redo = { label: '在这台手机上重抽一遍', onTap: () => setRedone(true) };
  return (
    <Page title="抽查" primary={mayRedo ? redo : undefined}>
      <Loaded call={call} lines={3}>
        {(recheck) => (
          <>
            <View>{isRedone && <Outcome recheck={recheck} />}</View>
            <SectionHead title={`${Number(recheck.month.slice(5))}月入账的,抽查结果`} />
            {recheck.draw === null && recheck.marks.length > 0 ? (
              <DrawsOn day={recheck.drawDay} fixed="这个月入账的已经定死。" />
            ) : (
              <RecheckLines recheck={recheck} />
            )}
            <SectionHead title="怎么保证没人挑" />
            <HowDrawn recheck={recheck} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What of a month was looked at again, for everybody, and how it was drawn. */
export default function RecheckPage() {
  const { villageId } = usePageParams();
  if (villageId) return <Recheck villageId={villageId} />;
  return (
    <Page title="抽查">
      <EmptyState text="没找到是哪个村的。" hint="请从“公开”里再点一次。" />
    </Page>
  );
}
