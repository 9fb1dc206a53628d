import { useSession } from '../../../client/session';
import { usePages } from '../../../client/use-pages';
import { AnswerQueue, type Ways } from '../../../components/answer-queue';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import { QueueHint } from '../../../components/queue-hint';
import { listEntryRequests } from '../../../contracts/entry';
import { onlyTestOfEntry } from '../../../domain/people/told-before';
import { mayBeOneOfTwo } from '../two-people';
import { type Answering, AnswerSheet } from './answer-sheet';
import { type EntryRequest, RequestLine } from './request-line';

/** About a screen of them. */
const requestsAtOnce = 4;
const keyOf = ({ entryRequestId }: EntryRequest) => entryRequestId;

const nobody = (
  <EmptyState
    icon="person"
    text="没有等答复的登记申请。"
    hint="外来常住的人、户册漏了的人,在“加入本村”里申请。"
  />
);

function Requests() {
  const pages = usePages({
    contract: listEntryRequests,
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
        <RequestLine request={request} onAnswer={(accept) => choose({ request, accept })} />
      )}
      sheet={(answering: Answering, ends) => <AnswerSheet answering={answering} {...ends} />}
    />
  );
}

/** Who asks to be entered in the register, for the two who look into it. */
export default function EntryRequestsPage() {
  const roles = useSession((session) => session.roles);
  if (!mayBeOneOfTwo(roles)) {
    return (
      <Page title="登记申请">
        <EmptyState icon="person" text="登记申请由村干部、监委会和镇里来办。" />
      </Page>
    );
  }
  return (
    <Page title="登记申请">
      <QueueHint>
        {onlyTestOfEntry}
        要两个人都同意,其中一个不是村委会的。登记到自己家、近亲属家的不能办。
      </QueueHint>
      <Requests />
    </Page>
  );
}
