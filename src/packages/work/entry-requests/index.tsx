import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../client/session';
import { usePages } from '../../../client/use-pages';
import { EmptyState } from '../../../components/empty-state';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { MoreButton } from '../../../components/more-button';
import { Page } from '../../../components/page';
import { listEntryRequests } from '../../../contracts/entry';
import { onlyTestOfEntry } from '../../../domain/people/told-before';
import { mayBeOneOfTwo } from '../two-people';
import { type Answering, AnswerSheet } from './answer-sheet';
import { RequestLine } from './request-line';
import '../queue-list.scss';

/** About a screen of them. */
const requestsAtOnce = 4;

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
    keyOf: ({ entryRequestId }) => entryRequestId,
    after: (_, { next }) => (next === null ? {} : { after: next }),
    moving: true,
  });
  const [answering, setAnswering] = useState<Answering | null>(null);
  const done = () => {
    setAnswering(null);
    pages.first.reload();
  };
  return (
    <>
      <Loaded call={pages.first} isEmpty={() => pages.rows.length === 0} empty={nobody}>
        {() => (
          <Growing
            groups={[{ key: 'waiting', rows: pages.rows }]}
            keyOf={({ entryRequestId }) => entryRequestId}
            atOnce={requestsAtOnce}
          >
            {(request) => (
              <RequestLine
                request={request}
                onAnswer={(accept) => setAnswering({ request, accept })}
              />
            )}
          </Growing>
        )}
      </Loaded>
      <MoreButton pages={pages} label="看后面的申请" />
      <View>
        {answering && (
          <AnswerSheet answering={answering} onClose={() => setAnswering(null)} onDone={done} />
        )}
      </View>
    </>
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
      <View className="queue-hint">
        {onlyTestOfEntry}
        要两个人都同意,其中一个不是村委会的。登记到自己家、近亲属家的不能办。
      </View>
      <Requests />
    </Page>
  );
}
