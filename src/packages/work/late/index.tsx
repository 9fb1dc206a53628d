import { openPage } from '../../../client/open-page';
import { placesOf, useSession } from '../../../client/session';
import { usePages } from '../../../client/use-pages';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { Page } from '../../../components/page';
import { QueueHint } from '../../../components/queue-hint';
import type { ValueOf } from '../../../contracts/contract';
import { listLate } from '../../../contracts/tasks';
import { readsBySeat } from '../../../domain/people/offices/seats';
import { overseers } from '../../../domain/tasks/keys';

/** About a screen of lines. */
const tasksAtOnce = 8;

const nothing = (
  <EmptyState icon="check" text="没有拖着没办的事。" hint="过了期限没人办的,会出现在这里。" />
);

type LineProps = { task: Late; ofTown: boolean; mayOpen: boolean };
type Late = ValueOf<typeof listLate>['tasks'][number];

/** The town asks in many villages, so it reads in which. */
function LateLine({ task, ofTown, mayOpen }: LineProps) {
  const { title, next, villageName, page } = task;
  return (
    <Line
      icon="clock"
      title={ofTown ? `${villageName} ${title}` : title}
      note={next}
      onTap={
        page === null || !mayOpen
          ? undefined
          : () => {
              openPage(page);
            }
      }
    />
  );
}

function LateTasks({ ofTown, mayOpen }: Omit<LineProps, 'task'>) {
  const pages = usePages({
    contract: listLate,
    first: {},
    rowsOf: ({ tasks }) => tasks,
    keyOf: ({ taskId }) => taskId,
    after: (_, { next }) => (next === null ? {} : { after: next }),
    moving: true,
  });
  return (
    <>
      <Loaded call={pages.first} isEmpty={() => pages.rows.length === 0} empty={nothing}>
        {() => (
          <Growing
            groups={[
              {
                key: 'late',
                rows: pages.rows,
                frame: (lines) => <Card flush>{lines}</Card>,
              },
            ]}
            keyOf={({ taskId }) => taskId}
            atOnce={tasksAtOnce}
            lined
          >
            {(task) => <LateLine {...{ task, ofTown, mayOpen }} />}
          </Growing>
        )}
      </Loaded>
      <MoreButton pages={pages} label="看后面的" />
    </>
  );
}

/** What others leave lying, for those who answer for it: to ask them, not to do it for them. */
export default function LatePage() {
  const roles = useSession((session) => session.roles);
  // Seats that only read open nothing: what is late is not theirs.
  const mayOpen = roles.some(({ role }) => overseers.includes(role));
  const bySeat = readsBySeat(roles, 'people.list-late');
  const mayLook = mayOpen || bySeat;
  return (
    <Page title="超期没办">
      {mayLook ? (
        <>
          <QueueHint>过了期限还没人办的。不会自动通过,请催一催该办的人。</QueueHint>
          <LateTasks
            ofTown={bySeat || placesOf(roles, 'town-admin').length > 0}
            mayOpen={mayOpen}
          />
        </>
      ) : (
        <EmptyState icon="person" text="这里由干部、监督委员会和镇里来看。" />
      )}
    </Page>
  );
}
