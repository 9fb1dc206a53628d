import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../../client/open-page';
import { type ChosenVillage, useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Growing, type RowGroup } from '../../../components/growing';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { roleWords } from '../../../components/role-words';
import { SectionHead } from '../../../components/section-head';
import { VillageChoice } from '../../../components/village-choice';
import { listOffices, type Office } from '../../../contracts/offices';
import { entersActs, type HeldOffice, termInWords } from '../words';

/** About a screen of them. */
const officesAtOnce = 8;

const inOrder: readonly Office[] = [
  ...(['cadre', 'supervisor', 'panel', 'keeper', 'merchant', 'town-admin'] as const),
  ...(['town-staff', 'discipline', 'accountant', 'carrier', 'guide', 'observer'] as const),
];

function groupsOf(offices: readonly HeldOffice[]): RowGroup<HeldOffice>[] {
  return inOrder
    .map((role) => ({ role, rows: offices.filter((each) => each.role === role) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ role, rows }) => ({
      key: role,
      rows,
      frame: (lines) => (
        <>
          <SectionHead title={roleWords[role]} extra={`${rows.length} 人`} />
          <Card flush>{lines}</Card>
        </>
      ),
    }));
}

type LineProps = { held: HeldOffice; villageId: string; mayEnd: boolean };

function OfficeLine({ held, villageId, mayEnd }: LineProps) {
  const { officeId, name, placeName, role, isOver } = held;
  const where = role === 'keeper' || role === 'merchant' ? `,${placeName}` : '';
  const end = () => {
    openPage(`/packages/offices/end/index?villageId=${villageId}&officeId=${officeId}`);
  };
  return (
    <Line
      icon={isOver ? 'clock' : 'person'}
      title={`${name ?? '镇里的人'}${where}`}
      note={termInWords(held)}
      extra={held.isOwn ? '我' : undefined}
      onTap={mayEnd || held.isOwn ? end : undefined}
    />
  );
}

function Waiting() {
  return (
    <Card flush>
      <Line
        icon="clock"
        title="等确认的任职和离任"
        note="一个人登记,另一个人确认,才算数"
        onTap={() => {
          openPage('/packages/offices/acts/index');
        }}
      />
    </Card>
  );
}

type OfProps = { village: ChosenVillage; onChange: () => void };

function OfVillage({ village: { villageId, name }, onChange }: OfProps) {
  const roles = useSession((session) => session.roles);
  const call = useCall(listOffices, { villageId });
  const enters = entersActs(roles, villageId);
  const rolls = () => openPage(`/packages/rolls/list/index?villageId=${villageId}`);
  const give = () => openPage(`/packages/offices/give/index?villageId=${villageId}`);
  return (
    <Page title="谁在任职" primary={enters ? { label: '登记任职', onTap: give } : undefined}>
      <Card flush>
        <Line
          icon="house"
          title={call.value?.villageName ?? name}
          extra="换一个"
          onTap={onChange}
        />
      </Card>
      <Card flush>
        <Line icon="list" title="名册" note="开会按它算人数:成年村民、村民代表等" onTap={rolls} />
      </Card>
      <View>{enters && <Waiting />}</View>
      <Loaded
        call={call}
        isEmpty={({ offices }) => offices.length === 0}
        empty={<EmptyState icon="person" text="还没有登记任职的人。" />}
      >
        {({ offices }) => (
          <Growing
            groups={groupsOf(offices)}
            keyOf={({ officeId }) => officeId}
            atOnce={officesAtOnce}
            lined
          >
            {(held) => <OfficeLine {...{ held, villageId }} mayEnd={enters} />}
          </Growing>
        )}
      </Loaded>
    </Page>
  );
}

/** Public: who holds what, since when, on what ground and until when. */
export default function OfficesPage() {
  const { villageId } = usePageParams();
  const own = useSession((session) => session.village);
  const asked = villageId ? { villageId, name: own?.name ?? '' } : own;
  const [village, choose] = useState<ChosenVillage | null>(asked);
  if (village) {
    return <OfVillage key={village.villageId} village={village} onChange={() => choose(null)} />;
  }
  return (
    <Page title="谁在任职">
      <VillageChoice onChoose={choose} />
    </Page>
  );
}
