import { View } from '@tarojs/components';
import { call } from '../../../client/call';
import { openPage } from '../../../client/open-page';
import { type Me, useSession } from '../../../client/session';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Line } from '../../../components/line';
import { Page } from '../../../components/page';
import type { InputOf, ValueOf } from '../../../contracts/contract';
import { verifyAccount } from '../../../contracts/seals';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { sealCodeWords } from '../../../domain/seals/seal-code';
import { useWalk } from '../use-walk';
import '../books.scss';

type Verdict = ValueOf<typeof verifyAccount>;
/** The newest seals' verdict, unless an older page found something wrong. */
type So = { verdict: Verdict | null; backTo: string | null };

function Outcome({ verdict, isOver }: { verdict: Verdict; isOver: boolean }) {
  if (!verdict.sound) {
    return <Line icon="warning" title="对不上" note={verdict.message} />;
  }
  const { entries, sealedDay } = verdict;
  const sealed = sealedDay ? `,和到 ${dayInWords(sealedDay)} 为止每一夜的留底也一致` : '';
  return (
    <Line
      icon={isOver ? 'check' : 'clock'}
      title={isOver ? `${entries} 笔,笔笔对得上` : `${entries} 笔查过了,接着查以前的留底`}
      note={isOver ? `从第一笔查起${sealed}。` : undefined}
    />
  );
}

function LookThrough({ me }: { me: Me }) {
  const { householdId } = me;
  const walk = useWalk<InputOf<typeof verifyAccount>, Verdict, So>({
    first: { householdId },
    empty: { verdict: null, backTo: null },
    atOnce: true,
    ask: (input) => call(verifyAccount, input),
    stepOf: ({ verdict: first }, value) => {
      const { sound, olderSeals } = value;
      const so = { verdict: sound ? (first ?? value) : value, backTo: olderSeals };
      return { so, next: olderSeals === null ? null : { householdId, sealsUpTo: olderSeals } };
    },
  });
  const { verdict, backTo } = walk.so;
  const isOver = walk.state === 'done';
  const again = { label: walk.state === 'failed' ? '接着查' : '再查一遍', onTap: walk.start };
  return (
    <Page title="查我家的账" primary={walk.state === 'looking' ? undefined : again}>
      <View className="books-words">
        一笔接着一笔,每一笔都带着前一笔的印记。谁改过、删过、插过一笔,从那一笔起就对不上。
      </View>
      <Card flush>
        {!verdict && walk.state === 'looking' && <Line icon="clock" title="正在从第一笔查起…" />}
        {verdict && <Outcome verdict={verdict} isOver={isOver || !verdict.sound} />}
        {verdict && !isOver && backTo && (
          <Line title={`正在查 ${dayInWords(backTo, dayOf(Date.now()))} 以前的…`} />
        )}
      </Card>
      <ErrorNote error={walk.error} />
      <Card flush>
        <Line
          icon="seal"
          title="每天的留底号"
          note={sealCodeWords}
          onTap={() => {
            openPage(`/packages/books/codes/index?villageId=${me.villageId}`);
          }}
        />
      </Card>
    </Page>
  );
}

/** A household's own book, looked through from its first entry and against every seal. */
export default function AccountBookPage() {
  const { me, state } = useSession();
  if (me) return <LookThrough me={me} />;
  return (
    <Page title="查我家的账">
      {state !== 'loading' && <EmptyState icon="seal" text="加入自己家以后,就能查自己家的账。" />}
    </Page>
  );
}
