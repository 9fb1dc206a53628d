import { View } from '@tarojs/components';
import { useDidShow, useShareAppMessage } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { openPage } from '../../client/open-page';
import { type ChosenVillage, useSession } from '../../client/session';
import { useToday } from '../../client/today';
import { useAddress } from '../../client/use-address';
import { Board } from '../../components/board/board';
import { FindBox } from '../../components/find-box';
import { OpeningNote } from '../../components/opening-note';
import { Page } from '../../components/page';
import { Sheet } from '../../components/sheet';
import { VillageChoice } from '../../components/village-choice';
import { Home } from './home';
import './index.scss';
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

/** What waits is said here in large type; when the app opens it is asked for without this page. */
function useTodayAgain(elder: boolean): void {
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current && elder) useToday.getState().refresh();
    shownBefore.current = true;
  });
}

/** What the village makes public; in large type the four ways on, the board being one of them. */
export default function BoardPage() {
  const { village, me, waitingJoin, state, elder, chooseVillage } = useSession();
  // Which village is being changed: another one, chosen or scanned, ends it.
  const [changing, setChanging] = useState<string | null>(null);
  useAddress();
  useTodayAgain(elder);
  useShareAppMessage(() => shareBoard(village));
  if (!village) return <ChooseFirst onChoose={chooseVillage} />;

  // In large type it is the first of the buttons.
  const mayJoin = !elder && state === 'ready' && me === null && waitingJoin === null;
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
      <FindBox label="要找什么" words="说一句要办什么、换什么" />
      {elder ? <Home /> : <Board villageId={village.villageId} />}
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
