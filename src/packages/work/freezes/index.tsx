import { useSession } from '../../../client/session';
import { useCommand } from '../../../client/use-command';
import { usePages } from '../../../client/use-pages';
import { AnswerQueue, type Ways } from '../../../components/answer-queue';
import { Ask } from '../../../components/ask';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Page } from '../../../components/page';
import { QueueHint } from '../../../components/queue-hint';
import { listFreezes, settleFreeze } from '../../../contracts/people';
import { mayBeOneOfTwo } from '../two-people';
import { FreezeLine, type Frozen } from './freeze-line';

/** About a screen of them. */
const freezesAtOnce = 6;
const keyOf = ({ householdId }: Frozen) => householdId;

function afterwards({ householdNumber, agreedAs }: Frozen): string {
  if (agreedAs === null) {
    return `您是第一个人。还要另一个人也同意,两个人里要有村委会以外的(监委会或镇里),${householdNumber}号户才能接着换东西。`;
  }
  return `您是第二个人。同意后,${householdNumber}号户马上能接着换东西。`;
}

function SettleSheet(props: { frozen: Frozen; onClose: () => void; onDone: () => void }) {
  const { frozen, onClose, onDone } = props;
  const command = useCommand(settleFreeze);
  const confirm = async () => {
    const answer = await command.run({ householdId: frozen.householdId });
    if (answer.ok) onDone();
  };
  return (
    <Ask
      visible
      title={`${frozen.householdNumber}号户查清了`}
      text={afterwards(frozen)}
      confirmLabel="同意接着用"
      busy={command.busy}
      onConfirm={confirm}
      // What was refused may have changed meanwhile: the list is read again.
      onClose={command.error ? onDone : onClose}
    >
      <ErrorNote error={command.error} />
    </Ask>
  );
}

const nobody = (
  <EmptyState
    icon="check"
    text="没有停用积分的户。"
    hint="家里大人怕有人乱换东西,可以在“积分”里停用,停用了会出现在这里。"
  />
);

function Freezes() {
  const pages = usePages({
    contract: listFreezes,
    first: {},
    rowsOf: ({ freezes }) => freezes,
    keyOf,
    after: (_, { next }) => (next === null ? {} : { after: next }),
    moving: true,
  });
  return (
    <AnswerQueue
      pages={pages}
      keyOf={keyOf}
      atOnce={freezesAtOnce}
      empty={nobody}
      more="看后面的"
      line={(frozen, { choose }: Ways<Frozen>) => (
        <FreezeLine frozen={frozen} onSettle={() => choose(frozen)} />
      )}
      sheet={(frozen: Frozen, ends) => <SettleSheet frozen={frozen} {...ends} />}
    />
  );
}

/** Households that one of their own stopped from spending, for the two who look into it. */
export default function FreezesPage() {
  const roles = useSession((session) => session.roles);
  return (
    <Page title="停用的积分">
      {mayBeOneOfTwo(roles) ? (
        <>
          <QueueHint>
            先当面问清这一户的大人:谁动了分、手机和户码还在不在。要两个人都同意,其中一个不是村委会的。自己家和近亲属家的不能办。
          </QueueHint>
          <Freezes />
        </>
      ) : (
        <EmptyState icon="person" text="停用的积分由村干部、监委会和镇里来查清。" />
      )}
    </Page>
  );
}
