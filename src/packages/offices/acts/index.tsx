import { useSession } from '../../../client/session';
import { usePages } from '../../../client/use-pages';
import { AnswerQueue, type Ways } from '../../../components/answer-queue';
import { ButtonRow } from '../../../components/button-row';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import { QueueHint } from '../../../components/queue-hint';
import { listOfficeActs } from '../../../contracts/offices';
import type { OfficeAct } from '../words';
import { ActLine } from './act-line';
import { type Answering, AnswerSheet } from './answer-sheet';

/** About a screen of them. */
const actsAtOnce = 4;
const keyOf = ({ officeActId }: OfficeAct) => officeActId;

type Choose = (answering: Answering) => void;

function ToAnswer({ act, onChoose }: { act: OfficeAct; onChoose: Choose }) {
  const choices = [
    { words: '不同意', onTap: () => onChoose({ act, how: 'refuse' }) },
    { words: '同意', usual: true, onTap: () => onChoose({ act, how: 'accept' }) },
  ];
  return (
    <ActLine act={act}>
      <ButtonRow choices={choices} />
    </ActLine>
  );
}

function Own({ act, onChoose }: { act: OfficeAct; onChoose: Choose }) {
  return (
    <ActLine act={act}>
      <ButtonRow choices={[{ words: '撤回', onTap: () => onChoose({ act, how: 'withdraw' }) }]} />
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
    keyOf,
    after: (_, { next }) => (next === null ? {} : { after: next }),
    moving: true,
  });
  const own = {
    key: 'own',
    title: '您登记的,等别人确认',
    rows: pages.first.value?.own ?? [],
    line: (act: OfficeAct, { choose }: Ways<Answering>) => <Own act={act} onChoose={choose} />,
  };
  return (
    <AnswerQueue
      pages={pages}
      keyOf={keyOf}
      atOnce={actsAtOnce}
      empty={nothing}
      more="看后面的"
      line={(act, { choose }) => <ToAnswer act={act} onChoose={choose} />}
      sections={[own]}
      sheet={(answering: Answering, ends) => <AnswerSheet answering={answering} {...ends} />}
    />
  );
}

/** Acts of office that one person entered, for the second who confirms them. */
export default function OfficeActsPage() {
  const roles = useSession((session) => session.roles);
  return (
    <Page title="任职和离任">
      {roles.length > 0 ? (
        <>
          <QueueHint>
            先看一看真有这次选举、这份决定。两个人里有一个不是村委会的;自己、自己家和近亲属的要回避。
          </QueueHint>
          <Acts />
        </>
      ) : (
        <EmptyState icon="person" text="任职和离任由村干部、监委会和镇里来登记、确认。" />
      )}
    </Page>
  );
}
