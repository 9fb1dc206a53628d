import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../../client/open-page';
import { type ChosenVillage, useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { usePageParams } from '../../../client/use-page-params';
import { type Pages, usePages } from '../../../client/use-pages';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Growing, type RowGroup } from '../../../components/growing';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import { VillageChoice } from '../../../components/village-choice';
import type { ValueOf } from '../../../contracts/contract';
import { listOpenRolls, listRolls } from '../../../contracts/rolls';
import { compositionInWords } from '../../../domain/people/rolls/composition';
import { rollUses, rollWords } from '../../../domain/people/rolls/words';
import {
  countInWords,
  entersRolls,
  groundInWords,
  type OpenRoll,
  type ShownRoll,
  standing,
} from '../words';
import '../roll.scss';

type Rolls = ValueOf<typeof listRolls>;
type InForce = Rolls['inForce'][number];

/** About a screen of them. */
const rollsAtOnce = 6;
const keyOf = ({ rollId }: { rollId: string }) => rollId;

const opening = (rollId: string) => () => openPage(`/packages/rolls/roll/index?rollId=${rollId}`);

/** One card of rolls; without any nothing, not an empty card. */
const cardOf = <Roll,>(key: string, rows: readonly Roll[]): RowGroup<Roll>[] =>
  rows.length > 0 ? [{ key, rows, frame: (lines) => <Card flush>{lines}</Card> }] : [];

type Reads = { reads: boolean };

/** Whether the caller is counted by it; nothing for whoever is of another village. */
function mineInWords({ mine }: InForce): string | undefined {
  if (mine === null) return undefined;
  return mine ? '有您' : '没有您';
}

function Counted({ roll, reads }: { roll: InForce } & Reads) {
  const { kind, rollId } = roll;
  const note = (
    <>
      <View>{countInWords(roll)}</View>
      <View>{kind === 'representatives' && compositionInWords(roll)}</View>
      <View>{groundInWords(roll)}</View>
      <View>{rollUses[kind]}</View>
    </>
  );
  return (
    <Line
      icon="list"
      title={rollWords[kind]}
      note={note}
      extra={mineInWords(roll)}
      onTap={reads ? opening(rollId) : undefined}
    />
  );
}

function Past({ roll, reads }: { roll: ShownRoll } & Reads) {
  const note = (
    <>
      <View>{countInWords(roll)}</View>
      <View>{groundInWords(roll)}</View>
      <View>{standing(roll)}</View>
    </>
  );
  return (
    <Line
      icon="clock"
      title={rollWords[roll.kind]}
      note={note}
      onTap={reads ? opening(roll.rollId) : undefined}
    />
  );
}

function Open({ roll }: { roll: OpenRoll }) {
  const { kind, rollId, state, reason } = roll;
  const note = (
    <>
      <View>{countInWords(roll)}</View>
      <View>{standing(roll)}</View>
      <View>{reason && `为什么:${reason}`}</View>
    </>
  );
  return (
    <Line
      icon={state === 'proposed' ? 'clock' : 'warning'}
      title={rollWords[kind]}
      note={note}
      onTap={state === 'proposed' ? opening(rollId) : undefined}
    />
  );
}

/** What waits, or was turned down: for those who enter and confirm rolls. */
function Waiting({ villageId }: { villageId: string }) {
  const call = useCall(listOpenRolls, { villageId });
  return (
    <Loaded call={call} lines={1}>
      {({ rolls }) => (
        <>
          <View>{rolls.length > 0 && <SectionHead title="等确认的、没同意的" />}</View>
          <Growing groups={cardOf('open', rolls)} keyOf={keyOf} atOnce={rollsAtOnce} lined>
            {(roll) => <Open roll={roll} />}
          </Growing>
        </>
      )}
    </Loaded>
  );
}

type ListedProps = { pages: Pages<Rolls, ShownRoll>; shown: Rolls } & Reads;

function Listed({ pages, shown, reads }: ListedProps) {
  return (
    <>
      <View>{shown.inForce.length > 0 && <SectionHead title="今天按这些名册算" />}</View>
      <Growing groups={cardOf('now', shown.inForce)} keyOf={keyOf} atOnce={rollsAtOnce} lined>
        {(roll) => <Counted {...{ roll, reads }} />}
      </Growing>
      <View>{pages.rows.length > 0 && <SectionHead title="确认过的名册,新的在前" />}</View>
      <Growing groups={cardOf('past', pages.rows)} keyOf={keyOf} atOnce={rollsAtOnce} lined>
        {(roll) => <Past {...{ roll, reads }} />}
      </Growing>
      <MoreButton pages={pages} label="看更早的" />
    </>
  );
}

const nothing = (
  <EmptyState
    icon="list"
    text="还没有登记名册。"
    hint="开村民会议、村民代表会议,按名册算到了多少人才够数。"
  />
);

type OfProps = { village: ChosenVillage; onChange: () => void };

function OfVillage({ village: { villageId, name }, onChange }: OfProps) {
  const roles = useSession((session) => session.roles);
  const pages = usePages({
    contract: listRolls,
    first: { villageId },
    rowsOf: ({ rolls }) => rolls,
    keyOf,
    after: (_, { next }) => ({ villageId, ...(next !== null && { after: next }) }),
    moving: true,
  });
  const enters = entersRolls(roles, villageId);
  const enter = () => openPage(`/packages/rolls/enter/index?villageId=${villageId}`);
  return (
    <Page title="名册" primary={enters ? { label: '登记名册', onTap: enter } : undefined}>
      <Card flush>
        <Line
          icon="house"
          title={pages.first.value?.villageName ?? name}
          extra="换一个"
          onTap={onChange}
        />
      </Card>
      <View className="roll-hint">
        名册一个人登记,另一个人确认,最早第二天起用。谁都能看到人数、依据和哪天改过;名字不公开。
      </View>
      <View>{enters && <Waiting villageId={villageId} />}</View>
      <Loaded call={pages.first} isEmpty={({ rolls }) => rolls.length === 0} empty={nothing}>
        {(shown) => <Listed {...{ pages, shown }} reads={enters} />}
      </Loaded>
    </Page>
  );
}

/** Public: by which rolls a village is counted, since when and on what ground; without a name. */
export default function RollsPage() {
  const { villageId } = usePageParams();
  const own = useSession((session) => session.village);
  const asked = villageId ? { villageId, name: own?.name ?? '' } : own;
  const [village, choose] = useState<ChosenVillage | null>(asked);
  if (village) {
    return <OfVillage key={village.villageId} village={village} onChange={() => choose(null)} />;
  }
  return (
    <Page title="名册">
      <VillageChoice onChoose={choose} />
    </Page>
  );
}
