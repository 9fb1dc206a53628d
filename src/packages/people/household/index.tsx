import { View } from '@tarojs/components';
import { useState } from 'react';
import { placesOf, useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Line } from '../../../components/line';
import { cameInWords } from '../../../components/link-words';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import type { ValueOf } from '../../../contracts/contract';
import { listLinks } from '../../../contracts/links';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { ObjectSheet } from './object-sheet';
import { type HouseholdPerson, PersonLine } from './person-line';

type Links = ValueOf<typeof listLinks>;

function howItEnded({ link }: Links['past'][number], today: string): string {
  const day = dayInWords(link.movedDay, today);
  if (link.state === 'cut') return `${day}镇里解除了,等第二个人看`;
  return `${day}解除${link.opinion ? `:${link.opinion.reason}` : ''}`;
}

/** Who asks to come, and who was here. */
function Others({ asking, past }: Pick<Links, 'asking' | 'past'>) {
  const today = dayOf(Date.now());
  return (
    <>
      <View>{asking.length > 0 && <SectionHead title="申请登记到这一户的" />}</View>
      {asking.map(({ name, askedDay }) => (
        <Card key={`${name} ${askedDay}`} flush>
          <Line title={name} note={`${dayInWords(askedDay, today)}申请,等村里两个人核实`} />
        </Card>
      ))}
      <View>{past.length > 0 && <SectionHead title="加入过、已经解除的" />}</View>
      {past.map((each) => (
        <Card key={each.link.linkId} flush>
          <Line
            title={each.name || '已经不在户册里的人'}
            note={
              <>
                <View>{cameInWords(each.link, today)}</View>
                <View>{howItEnded(each, today)}</View>
              </>
            }
          />
        </Card>
      ))}
    </>
  );
}

function HouseholdPeople({ householdId }: { householdId: string }) {
  const call = useCall(listLinks, { householdId });
  const [objecting, setObjecting] = useState<HouseholdPerson | null>(null);
  const done = () => {
    setObjecting(null);
    call.reload();
  };
  return (
    <>
      <Loaded call={call}>
        {({ householdNumber, people, asking, past }) => (
          <>
            <SectionHead title={`${householdNumber}号户`} extra={`${people.length} 人`} />
            {people.map((person) => (
              <PersonLine
                key={person.memberId}
                person={person}
                onObject={() => setObjecting(person)}
              />
            ))}
            <Others asking={asking} past={past} />
          </>
        )}
      </Loaded>
      <View>
        {objecting && (
          <ObjectSheet person={objecting} onClose={() => setObjecting(null)} onDone={done} />
        )}
      </View>
    </>
  );
}

/** Who belongs to a household and how each came in: its own people's, and who watches over it. */
export default function HouseholdPage() {
  const params = usePageParams();
  const { me, roles } = useSession();
  const watches = ['supervisor', 'town-admin'] as const;
  const mayWatch = watches.some((role) => placesOf(roles, role).length > 0);
  const householdId = (mayWatch && params.householdId) || me?.householdId;
  const isOwn = householdId === me?.householdId;
  if (!householdId) {
    return (
      <Page title="我家的人">
        <EmptyState icon="house" text="加入以后,这里能看到家里有谁加入了。" />
      </Page>
    );
  }
  return (
    <Page title={isOwn ? '我家的人' : '这一户的人'}>
      <HouseholdPeople householdId={householdId} />
    </Page>
  );
}
