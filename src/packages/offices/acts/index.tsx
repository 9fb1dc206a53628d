import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../client/session';
import { usePages } from '../../../client/use-pages';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import { listOfficeActs } from '../../../contracts/offices';
import type { OfficeAct } from '../words';
import { ActLine } from './act-line';
import { type Answering, AnswerSheet } from './answer-sheet';

/** About a screen of them. */
const actsAtOnce = 4;

type Choose = (answering: Answering) => void;

function ToAnswer({ act, onChoose }: { act: OfficeAct; onChoose: Choose }) {
  return (
    <ActLine act={act}>
      <View className="act-line-buttons">
        <Button className="act-line-button" onTap={() => onChoose({ act, how: 'refuse' })}>
          不同意
        </Button>
        <Button
          className="act-line-button"
          tone="outline"
          onTap={() => onChoose({ act, how: 'accept' })}
        >
          同意
        </Button>
      </View>
    </ActLine>
  );
}

function Own({ act, onChoose }: { act: OfficeAct; onChoose: Choose }) {
  return (
    <ActLine act={act}>
      <View className="act-line-buttons">
        <Button className="act-line-button" onTap={() => onChoose({ act, how: 'withdraw' })}>
          撤回
        </Button>
      </View>
    </ActLine>
  );
}

const nothing = (
  <EmptyState
    icon="check"
    text="没有等您确认的任职和离任。"
    hint="一个人登记,另一个人确认;您登记的由别人确认。"
  />
);

function Acts() {
  const pages = usePages({
    contract: listOfficeActs,
    first: {},
    rowsOf: ({ acts }) => acts,
    keyOf: ({ officeActId }) => officeActId,
    after: (_, { next }) => (next === null ? {} : { after: next }),
    moving: true,
  });
  const [answering, choose] = useState<Answering | null>(null);
  const done = () => {
    choose(null);
    pages.first.reload();
  };
  const own = pages.first.value?.own ?? [];
  const keyOf = ({ officeActId }: OfficeAct) => officeActId;
  return (
    <>
      <Loaded
        call={pages.first}
        isEmpty={() => pages.rows.length + own.length === 0}
        empty={nothing}
      >
        {() => (
          <>
            <Growing
              groups={[{ key: 'waiting', rows: pages.rows }]}
              keyOf={keyOf}
              atOnce={actsAtOnce}
            >
              {(act) => <ToAnswer act={act} onChoose={choose} />}
            </Growing>
            <MoreButton pages={pages} label="看后面的" />
            <View>{own.length > 0 && <SectionHead title="您登记的,等别人确认" />}</View>
            <Growing groups={[{ key: 'own', rows: own }]} keyOf={keyOf} atOnce={actsAtOnce}>
              {(act) => <Own act={act} onChoose={choose} />}
            </Growing>
          </>
        )}
      </Loaded>
      <View>
        {answering && (
          <AnswerSheet answering={answering} onClose={() => choose(null)} onDone={done} />
        )}
      </View>
    </>
  );
}

/** Acts of office that one person entered, for the second who confirms them. */
export default function OfficeActsPage() {
  const roles = useSession((session) => session.roles);
  return (
    <Page title="任职和离任">
      {roles.length > 0 ? (
        <>
          <View className="act-hint">
            先看一看真有这次选举、这份决定。两个人里有一个不是村委会的;自己、自己家和近亲属的要回避。
          </View>
          <Acts />
        </>
      ) : (
        <EmptyState icon="person" text="任职和离任由村干部、监委会和镇里来登记、确认。" />
      )}
    </Page>
  );
}
