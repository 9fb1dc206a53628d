import { useSession } from '../../../client/session';
import { useCommand } from '../../../client/use-command';
import { usePages } from '../../../client/use-pages';
import { AnswerQueue, type Ways } from '../../../components/answer-queue';
import { Ask } from '../../../components/ask';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Page } from '../../../components/page';
import { QueueHint } from '../../../components/queue-hint';
import { answerJoin, listJoinRequests } from '../../../contracts/people';
import { calledBy } from '../../../domain/kernel/names';
import { mayBeOneOfTwo } from '../two-people';
import { JoinLine, type JoinRequest } from './join-line';

/** About a screen of them. */
const requestsAtOnce = 6;
const keyOf = ({ joinRequestId }: JoinRequest) => joinRequestId;

type Answering = { request: JoinRequest; accept: boolean };

function afterwards(who: string, { agreedAs }: JoinRequest): string {
  if (agreedAs === null) {
    return `您是第一个人。还要村委会以外的一个人(监委会或镇里)也同意,${who}才加入。`;
  }
  return `您是第二个人。同意后,${who}能看到这一户的积分,也能替这一户申报和换东西。`;
}

function AnswerSheet(props: { answering: Answering; onClose: () => void; onDone: () => void }) {
  const { answering, onClose, onDone } = props;
  const { request, accept } = answering;
  const command = useCommand(answerJoin);
  const confirm = async () => {
    const { joinRequestId, householdNumber, name } = request;
    const answer = await command.run({ joinRequestId, householdNumber, name, accept });
    if (answer.ok) onDone();
  };
  const who = calledBy(request.householdNumber, request.name);
  return (
    <Ask
      visible
      title={accept ? '同意加入' : '不同意加入'}
      text={accept ? afterwards(who, request) : `${who}不会加入这一户。弄错户号的,可以改对再申请。`}
      confirmLabel={accept ? '同意加入' : '不同意'}
      danger={!accept}
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
    icon="person"
    text="没有等同意的申请。"
    hint="手机号在户册里的,不用等,直接就加入了。"
  />
);

function Joins() {
  const pages = usePages({
    contract: listJoinRequests,
    first: {},
    rowsOf: ({ requests }) => requests,
    keyOf,
    after: (_, { next }) => (next === null ? {} : { after: next }),
    moving: true,
  });
  return (
    <AnswerQueue
      pages={pages}
      keyOf={keyOf}
      atOnce={requestsAtOnce}
      empty={nobody}
      more="看后面的申请"
      line={(request, { choose }: Ways<Answering>) => (
        <JoinLine request={request} onAnswer={(accept) => choose({ request, accept })} />
      )}
      sheet={(answering: Answering, ends) => <AnswerSheet answering={answering} {...ends} />}
    />
  );
}

export default function JoinsPage() {
  const roles = useSession((session) => session.roles);
  if (!mayBeOneOfTwo(roles)) {
    return (
      <Page title="加入申请">
        <EmptyState icon="person" text="加入申请由村干部和监委会来办。" />
      </Page>
    );
  }
  return (
    <Page title="加入申请">
      <QueueHint>
        对一对户册:是不是这一户的人。要两个人都同意,其中一个不是村委会的。自己家的不能自己办。
      </QueueHint>
      <Joins />
    </Page>
  );
}
