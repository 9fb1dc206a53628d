import { View } from '@tarojs/components';
import { useState } from 'react';
import { placesOf, useSession } from '../../../client/session';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Line } from '../../../components/line';
import { Page } from '../../../components/page';
import { RecordIn } from './record-in';

/** For committee members; who serves in several villages says first which one it is. */
export default function RecordPage() {
  const { roles, village } = useSession();
  const wanted = usePageParams();
  const [chosen, setChosen] = useState<string | null>(null);
  const places = placesOf(roles, 'cadre');
  const shown = places.find(({ place }) => place === village?.villageId);
  const only = places.length === 1 ? places[0] : shown;
  const asked = places.find(({ place }) => place === wanted.villageId);
  const villageId = chosen ?? (asked ?? only)?.place ?? null;
  if (villageId !== null) return <RecordIn key={villageId} villageId={villageId} />;
  if (places.length === 0) {
    return (
      <Page title="现场记分">
        <EmptyState
          icon="person"
          text="现场记分由嘎查村干部来做。"
          hint="自己家做的好事,在“积分”里点“记一件好事”。"
        />
      </Page>
    );
  }
  return (
    <Page title="现场记分">
      <View className="deed-same">给哪个嘎查村记?</View>
      <Card flush>
        {places.map(({ place, placeName }) => (
          <Line key={place} icon="house" title={placeName} onTap={() => setChosen(place)} />
        ))}
      </Card>
    </Page>
  );
}
