import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../../client/open-page';
import { todayByServer } from '../../../client/server-clock';
import { useSession } from '../../../client/session';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { nearDayInWords } from '../../../components/days';
import { DraftCard } from '../../../components/draft-card';
import { Line } from '../../../components/line';
import { NotSentLine } from '../../../components/not-sent-line';
import { Page } from '../../../components/page';
import { DeedBottom } from '../form/deed-bottom';
import { DeedStep } from '../form/deed-step';
import { type ChosenHousehold, nameOf } from './chosen-household';
import { HouseholdStep } from './household-step';
import '../form/deed-step.scss';
import { startAgain, type ToldBefore, useAgain } from '../form/use-again';
import { type DeedForm, useDeed } from '../form/use-deed';
import { type LeftDeed, useDeedDraft } from '../form/use-deed-draft';
import { useMending } from '../form/use-mending';
import { WhyAgain } from '../form/why-again';
import { RecordedCard } from './recorded-card';
import { useRecord } from './use-record';

const ownHousehold = '这是您自己家的,要由另一位干部来记。';

function ChosenCard({ household, onChange }: { household: ChosenHousehold; onChange: () => void }) {
  const { memberCount } = household;
  return (
    <Card flush>
      <Line
        icon="house"
        title={nameOf(household)}
        note={memberCount === null ? '问不到户册,请认准户号' : `${memberCount}口人`}
        extra="换一户"
        onTap={onChange}
        label={`${nameOf(household)},换一户`}
      />
    </Card>
  );
}

/** As known by its number alone: the cloud is asked which it is before anything is sent. */
function numbered({ householdNumber, householdName }: ToldBefore): ChosenHousehold | null {
  if (householdNumber === null) return null;
  const unknown = { householdId: null, matchedName: null, memberCount: null };
  return { ...unknown, found: String(householdNumber), householdNumber, householdName };
}

/** `照上一户:参加会议,昨天。数量、照片、说明这一户另填。` */
function sameAsBefore({ item, draft }: DeedForm): string {
  const day = nearDayInWords(draft.day, todayByServer());
  return `照上一户:${item?.name ?? ''},${day}。数量、照片、说明另填。`;
}

function openMine(villageId: string): void {
  openPage(`/packages/record/mine/index?villageId=${villageId}`);
}

function openTogether(villageId: string): void {
  openPage(`/packages/record/together/index?villageId=${villageId}`);
}

const aboutLeft = ({ beside, item }: LeftDeed<ChosenHousehold | null>) =>
  [beside && nameOf(beside), item?.name].filter(Boolean).join(' ');

/** Recording on site in one village: whose deed, what it was, one button. */
export function RecordIn({ villageId }: { villageId: string }) {
  const me = useSession((session) => session.me);
  const [household, setHousehold] = useState<ChosenHousehold | null>(null);
  const deed = useDeed(household?.householdId ?? null, villageId);
  const { commandId, recordId } = usePageParams();
  const mending = useMending(commandId);
  const again = useAgain(recordId, villageId);
  const own =
    household !== null &&
    me?.villageId === villageId &&
    household.householdNumber === me.householdNumber;
  const missing = own ? ownHousehold : deed.missing;
  const change = () => setHousehold(null);
  const left = useDeedDraft({
    key: mending ? `mend ${mending.openedId}` : again ? `again ${recordId}` : `record ${villageId}`,
    start: mending?.start ?? startAgain(again, again && numbered(again)),
    as: { role: 'cadre', place: villageId },
    ...{ deed, beside: household, onRestore: setHousehold },
    begun: household !== null && deed.item !== null,
  });
  const sending = { villageId, household, deed, left, mending };
  const { record, busy, error, recorded } = useRecord(sending, change);
  const label = deed.points === null ? '记分' : `记 ${deed.points} 分`;
  const ready = household !== null && (own || deed.item !== null);
  const primary = { label, onTap: record, busy, disabled: missing !== null };
  return (
    <Page
      title="现场记分"
      primary={ready ? primary : undefined}
      bottom={ready && <DeedBottom missing={missing} error={error} />}
    >
      <NotSentLine />
      <WhyAgain mending={mending} again={recorded ? null : again} />
      <DraftCard draft={left} about={aboutLeft} />
      {!household && recorded && <RecordedCard recorded={recorded} />}
      {household ? (
        <>
          <ChosenCard household={household} onChange={change} />
          {!own && deed.carried && <View className="deed-same">{sameAsBefore(deed)}</View>}
          {!own && <DeedStep villageId={villageId} deed={deed} declarer="cadre" />}
        </>
      ) : (
        <>
          <Card flush>
            <Line
              icon="house"
              title="很多户一起记"
              note="一件事、一张照片,点户就行"
              onTap={() => openTogether(villageId)}
            />
            <Line
              icon="list"
              title="今天记的"
              note="到哪一步了"
              onTap={() => openMine(villageId)}
            />
          </Card>
          {deed.item && <View className="deed-same">{sameAsBefore(deed)}选下一户。</View>}
          <HouseholdStep villageId={villageId} onPick={setHousehold} />
        </>
      )}
    </Page>
  );
}
