import { type ReactNode, useState } from 'react';
import { usePageParams } from '../../client/use-page-params';
import { Page } from '../../components/page';
import { VillageChoice } from '../../components/village-choice';
import { OfTown } from './of-town';

type Props = { title: string; children: (villageId: string) => ReactNode };

function Of({ title, children }: Props) {
  const { villageId } = usePageParams();
  const [chosen, choose] = useState(villageId);
  if (chosen !== undefined) return <>{children(chosen)}</>;
  return (
    <Page title={title}>
      <VillageChoice onChoose={(village) => choose(village.villageId)} />
    </Page>
  );
}

/** What the town does for one village: the one of the address, or else it is asked which. */
export function InVillage(props: Props) {
  return (
    <OfTown title={props.title}>
      <Of {...props} />
    </OfTown>
  );
}
