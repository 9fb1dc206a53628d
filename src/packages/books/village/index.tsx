import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../client/call';
import { openPage } from '../../../client/open-page';
import { type ChosenVillage, placesOf, useSession } from '../../../client/session';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { Page } from '../../../components/page';
import { VillageChoice } from '../../../components/village-choice';
import type { InputOf, ValueOf } from '../../../contracts/contract';
import { verifyVillage } from '../../../contracts/seals';
import { dayInWords } from '../../../domain/kernel/time';
import { useWalk, type Walk } from '../use-walk';
import '../books.scss';

/** About a screen of lines. */
const faultsAtOnce = 8;

type Value = ValueOf<typeof verifyVillage>;
type So = Pick<Value, 'households' | 'entries' | 'faults' | 'sealedDay' | 'badSealDay'>;

const nothingYet: So = {
  ...{ households: 0, entries: 0, faults: [] },
  ...{ sealedDay: null, badSealDay: null },
};

const together = (so: So, value: Value): So => ({
  households: so.households + value.households,
  entries: so.entries + value.entries,
  faults: [...so.faults, ...value.faults],
  sealedDay: value.sealedDay,
  badSealDay: so.badSealDay ?? value.badSealDay,
});

function Found({ so, state }: Pick<Walk<So>, 'so' | 'state'>) {
  const { households, entries, faults, sealedDay, badSealDay } = so;
  const isSound = faults.length === 0 && badSealDay === null;
  const isOver = state === 'done';
  const counted = `${households} 户、${entries} 笔`;
  return (
    <>
      <Card flush>
        {!isOver && <Line icon="clock" title="正在查…" note={`已经查了 ${counted}`} />}
        {isOver && isSound && (
          <Line
            icon="check"
            title={`${counted},笔笔对得上`}
            note={
              sealedDay ? `和到 ${dayInWords(sealedDay)} 为止一周的留底也一致。` : '还没有留过底。'
            }
          />
        )}
        {isOver && !isSound && (
          <Line icon="warning" title={`查了 ${counted}`} note="有对不上的。请截图,告诉镇里。" />
        )}
        {badSealDay !== null && (
          <Line icon="warning" title={`${badSealDay} 的留底被改过,或者少了`} />
        )}
      </Card>
      {faults.length > 0 && (
        <Card flush>
          <Growing
            groups={[{ key: 'faults', rows: faults }]}
            keyOf={({ householdNumber }) => String(householdNumber)}
            atOnce={faultsAtOnce}
            lined
          >
            {({ householdNumber, firstBadSequence }) => (
              <Line
                icon="warning"
                title={`${householdNumber}号户`}
                note={`从第 ${firstBadSequence} 笔起对不上`}
              />
            )}
          </Growing>
        </Card>
      )}
    </>
  );
}

function LookThrough({ villageId, name }: ChosenVillage) {
  const walk = useWalk<InputOf<typeof verifyVillage>, Value, So>({
    first: { villageId },
    empty: nothingYet,
    ask: (input) => call(verifyVillage, input),
    stepOf: (so, value) => ({
      so: together(so, value),
      next: value.next === null ? null : { villageId, after: value.next },
    }),
  });
  const labels = { still: '开始查', looking: '', done: '再查一遍', failed: '接着查' };
  const { state, so, error, start } = walk;
  const primary = { label: labels[state], onTap: start };
  return (
    <Page title="查全村的账" primary={state === 'looking' ? undefined : primary}>
      <View className="books-words">
        {`${name}每一户的账,从第一笔起一笔一笔地查,再和夜里的留底比。每天夜里也自动查一遍。`}
      </View>
      <View>{state !== 'still' && <Found so={so} state={state} />}</View>
      <ErrorNote error={error} />
      <Card flush>
        <Line
          icon="seal"
          title="每天的留底号"
          note="和公开栏上、公示纸上印的比一比"
          onTap={() => {
            openPage(`/packages/books/codes/index?villageId=${villageId}`);
          }}
        />
      </Card>
    </Page>
  );
}

/** For the supervisors of a village, and the town for each of them. */
export default function VillageBooksPage() {
  const roles = useSession((session) => session.roles);
  const [chosen, choose] = useState<ChosenVillage | null>(null);
  const mine = placesOf(roles, 'supervisor').map(({ place, placeName }) => ({
    ...{ villageId: place, name: placeName },
  }));
  const isOfTown = placesOf(roles, 'town-admin').length > 0;
  const village = chosen ?? (isOfTown || mine.length > 1 ? null : (mine[0] ?? null));
  if (village) return <LookThrough key={village.villageId} {...village} />;
  return (
    <Page title="查全村的账">
      {isOfTown && <VillageChoice onChoose={choose} />}
      {!isOfTown && mine.length > 1 && (
        <Card flush>
          {mine.map((each) => (
            <Line key={each.villageId} icon="house" title={each.name} onTap={() => choose(each)} />
          ))}
        </Card>
      )}
      {!isOfTown && mine.length === 0 && (
        <EmptyState
          icon="seal"
          text="全村的账由村务监督委员会和镇里来查。"
          hint="自己家的账,在“积分”里查。"
        />
      )}
    </Page>
  );
}
