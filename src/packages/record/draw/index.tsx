import { useState } from 'react';
import { useCall } from '../../../client/use-call';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import { readDraw } from '../../../contracts/draws';
import { type PublishedDraw, redoDraw } from '../../../domain/records/redo-draw';
import { DrawFacts } from './draw-facts';
import { DrawsOn, Redone } from './redone';

const panelDiffers = '对不上:抽出来的不是公布的这几个记号。请截图,找村务监督委员会。';
const nightDiffers = '对不上:列出来的留底和抽签用的不一样。请截图,找村务监督委员会。';

function Outcome({ draw }: { draw: PublishedDraw }) {
  const redone = redoDraw(draw);
  if (!redone) return null;
  const { panelFits, nightFits } = redone;
  if (!panelFits) return <Redone differs={panelDiffers} />;
  return <Redone differs={nightFits ? null : nightDiffers} />;
}

/** What somebody who was drawn, or could be, is told of their own. */
function Mine({ draw: { mine, draws, drawDay } }: { draw: PublishedDraw }) {
  if (!mine) return null;
  const isDrawn = draws[draws.length - 1]?.panel.includes(mine.mark) === true;
  const said = mine.agreed === null ? '还没有表态' : mine.agreed ? '您同意了' : '您没有同意';
  return (
    <Card flush>
      <Line
        icon="person"
        title={`您的记号 ${mine.mark}`}
        note={drawDay !== null ? '还没抽' : isDrawn ? `抽到您了,${said}` : '这一次没有抽到您'}
      />
    </Card>
  );
}

function Draw({ recordId }: { recordId: string }) {
  const call = useCall(readDraw, { recordId });
  const [isRedone, setRedone] = useState(false);
  const mayRedo = (call.value?.draws.length ?? 0) > 0 && call.value?.drawDay === null;
  const redo = { label: '在这台手机上重抽一遍', onTap: () => setRedone(true) };
  return (
    <Page title="评议员怎么抽的" primary={mayRedo && !isRedone ? redo : undefined}>
      <Loaded call={call} lines={3}>
        {(draw) => (
          <>
            {isRedone && <Outcome draw={draw} />}
            {draw.drawDay !== null && (
              <DrawsOn day={draw.drawDay} fixed="可以抽的人现在就定死了。" />
            )}
            <Mine draw={draw} />
            <SectionHead title="怎么保证没人挑人" />
            <DrawFacts draw={draw} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

export default function DrawPage() {
  const { recordId } = usePageParams();
  if (recordId) return <Draw recordId={recordId} />;
  return (
    <Page title="评议员怎么抽的">
      <EmptyState text="没找到这一条。" hint="请回到上一页再点一次。" />
    </Page>
  );
}
