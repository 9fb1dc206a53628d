import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { openPage } from '../../client/open-page';
import { type ChosenVillage, useSession } from '../../client/session';
import { useAddress } from '../../client/use-address';
import { useCall } from '../../client/use-call';
import { Card } from '../../components/card';
import { FindBox } from '../../components/find-box';
import { Line } from '../../components/line';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { VillageChoice } from '../../components/village-choice';
import { type ListKind, listMatters } from '../../contracts/lists';
import { CommonMatters } from './common-matters';
import { KindTiles } from './kind-tiles';
import { MatterGroups } from './matter-groups';

const openCertificates = () => openPage('/packages/matters/certificates/index');

function CertificatesLine() {
  return (
    <Card flush>
      <Line
        icon="warning"
        title="村里不能开的证明"
        note="不用白跑,告诉您该去哪"
        onTap={openCertificates}
      />
    </Card>
  );
}

function Lists({ villageId }: { villageId: string }) {
  const [kind, setKind] = useState<ListKind | null>(null);
  const all = useCall(listMatters, { villageId });
  return (
    <>
      <FindBox label="要办什么" words="说一句要办什么,比如 低保、盖房" />
      <Loaded call={all} lines={6}>
        {({ counts, wallVersion, matters }) => (
          <>
            {/* What comes and goes here has a place of its own: the others are not sent again. */}
            <View>
              <KindTiles counts={counts} chosen={kind} onChoose={setKind} />
              {kind === null && <CommonMatters matters={matters} villageId={villageId} />}
              <CertificatesLine />
            </View>
            {/* All fifty would be a long read. */}
            <View>
              {kind === null ? (
                <View className="lists-wall">点上面的清单,看里面的事项。</View>
              ) : (
                <MatterGroups matters={matters} kind={kind} villageId={villageId} />
              )}
            </View>
            <View className="lists-wall">上墙第 {wallVersion} 版</View>
          </>
        )}
      </Loaded>
    </>
  );
}

function shareLists(village: ChosenVillage | null) {
  const path = '/pages/lists/index';
  if (!village) return { title: '办事要带什么、几天办完', path };
  const title = `${village.name}:办什么事要带什么、几天办完`;
  return { title, path: `${path}?villageId=${village.villageId}` };
}

export default function ListsPage() {
  const { village, chooseVillage } = useSession();
  useAddress();
  useShareAppMessage(() => shareLists(village));
  return (
    <Page tab="pages/lists/index" title={village ? `${village.name}清单` : '清单'}>
      {village ? (
        <Lists key={village.villageId} villageId={village.villageId} />
      ) : (
        <VillageChoice onChoose={chooseVillage} />
      )}
    </Page>
  );
}
