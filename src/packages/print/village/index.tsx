import { useState } from 'react';
import { type ChosenVillage, type HeldRole, placesOf, useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Line } from '../../../components/line';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import { Skeleton } from '../../../components/skeleton';
import { VillageChoice } from '../../../components/village-choice';
import { readVillage } from '../../../contracts/people';
import { PrintIn } from './print-in';

const villageOf = ({ place, placeName }: HeldRole) => ({ villageId: place, name: placeName });

type Choose = { onChoose: (village: ChosenVillage) => void };

function ChooseOwn({ places, onChoose }: Choose & { places: readonly HeldRole[] }) {
  return (
    <>
      <SectionHead title="印哪个嘎查村的?" />
      <Card flush>
        {places.map((held) => (
          <Line
            key={held.place}
            icon="house"
            title={held.placeName}
            onTap={() => onChoose(villageOf(held))}
          />
        ))}
      </Card>
    </>
  );
}

/** The village the page was opened for, by the town, which looks after all of them. */
function useAsked(villageId: string | undefined, ofTown: boolean) {
  const isAsked = villageId !== undefined && ofTown;
  const { value, state } = useCall(readVillage, isAsked ? { villageId } : null);
  return { village: value, isComing: isAsked && state === 'loading' };
}

/** For who looks after a village, or after all of them. */
export default function PrintVillagePage() {
  const { roles, village: looked, state } = useSession();
  const { villageId, view } = usePageParams();
  const places = placesOf(roles, 'cadre');
  const ofTown = placesOf(roles, 'town-admin').length > 0;
  const asked = useAsked(villageId, ofTown);
  const mine = places.length === 1 ? places : places.filter((at) => at.place === looked?.villageId);
  const [first] = mine;
  const [chosen, choose] = useState<ChosenVillage | null>(null);
  const [changing, change] = useState(false);
  const usual = asked.village ?? (first ? villageOf(first) : ofTown ? looked : null);
  const village = changing || asked.isComing ? null : (chosen ?? usual);
  const pick = (picked: ChosenVillage) => {
    choose(picked);
    change(false);
  };
  if (village) {
    const several = ofTown || places.length > 1;
    return (
      <PrintIn key={village.villageId} village={village} asked={view}>
        {several && (
          <Card flush>
            <Line icon="house" title={village.name} extra="换一个" onTap={() => change(true)} />
          </Card>
        )}
      </PrintIn>
    );
  }
  const isComing = asked.isComing || (state === 'loading' && places.length === 0 && !ofTown);
  return (
    <Page title="打印">
      {isComing && <Skeleton lines={2} />}
      {!isComing && ofTown && <VillageChoice onChoose={pick} />}
      {!isComing && !ofTown && places.length > 0 && <ChooseOwn places={places} onChoose={pick} />}
      {!isComing && !ofTown && places.length === 0 && (
        <EmptyState
          icon="printer"
          text="村里的户码和村码由嘎查村干部来印。"
          hint="自己家的户码,在“我家的户码”里印;积分明细,在“积分”里印。"
        />
      )}
    </Page>
  );
}
