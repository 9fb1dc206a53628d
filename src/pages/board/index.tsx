import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { openPage } from '../../client/open-page';
import { type ChosenVillage, useSession } from '../../client/session';
import { useAddress } from '../../client/use-address';
import { usePages } from '../../client/use-pages';
import { Loaded } from '../../components/loaded';
import { OpeningNote } from '../../components/opening-note';
import { Page } from '../../components/page';
import { Sheet } from '../../components/sheet';
import { VillageChoice } from '../../components/village-choice';
import { readBoard } from '../../contracts/records';
import './index.scss';
import { MoreLines } from './more-lines';
import { Notices } from './notices';
import { QuarterCard } from './quarter-card';
import { VillageBar } from './village-bar';

const join = () => openPage('/packages/join/index');

function ChooseFirst({ onChoose }: { onChoose: (village: ChosenVillage) => void }) {
  return (
    <Page tab="pages/board/index" title="公开">
      <View className="board-welcome">
        <View className="board-welcome-title">先选您的嘎查村</View>
        <View>谁家做了什么好事、记了几分、钱和货够不够,都在这里。不用登录就能看。</View>
      </View>
      <VillageChoice onChoose={onChoose} />
    </Page>
  );
}

function shareBoard(village: ChosenVillage | null) {
  const path = '/pages/board/index';
  if (!village) return { title: '看看嘎查村公开了什么', path };
  const title = `${village.name}公开栏:谁家做了好事,钱和货够不够`;
  return { title, path: `${path}?villageId=${village.villageId}` };
}

/** The board of a village; of many notices the further ones by a button. */
function useBoard(village: ChosenVillage | null) {
  const villageId = village?.villageId ?? '';
  return usePages({
    contract: readBoard,
    first: village && { villageId },
    rowsOf: (value) => value.notices,
    keyOf: (notice) => notice.noticeId,
    after: ({ noticeId, closesAtMs }) => ({ villageId, after: { noticeId, closesAtMs } }),
  });
}

export default function BoardPage() {
  const { village, me, waitingJoin, state, chooseVillage } = useSession();
  // Which village is being changed: another one, chosen or scanned, ends it.
  const [changing, setChanging] = useState<string | null>(null);
  useAddress();
  useShareAppMessage(() => shareBoard(village));
  const board = useBoard(village);
  if (!village) return <ChooseFirst onChoose={chooseVillage} />;

  const mayJoin = state === 'ready' && me === null && waitingJoin === null;
  const choose = (chosen: ChosenVillage) => {
    chooseVillage(chosen);
    setChanging(null);
  };
  return (
    <Page
      tab="pages/board/index"
      title="公开"
      primary={mayJoin ? { label: '加入本村', onTap: join } : undefined}
    >
      <OpeningNote />
      <VillageBar name={village.name} onSwitch={() => setChanging(village.villageId)} />
      <Loaded call={board.first} lines={5}>
        {(value) => (
          <>
            {value.sample && <View className="board-sample">示例数据,用来看看怎么用</View>}
            <Notices pages={board} seal={value.seal} member={me?.villageId === village.villageId} />
            <QuarterCard board={value} />
            <MoreLines villageId={village.villageId} seal={value.seal} alarm={value.alarm} />
          </>
        )}
      </Loaded>
      <Sheet
        visible={changing === village.villageId}
        title="看哪个嘎查村"
        onClose={() => setChanging(null)}
      >
        <VillageChoice onChoose={choose} chosenId={village.villageId} />
      </Sheet>
    </Page>
  );
}
