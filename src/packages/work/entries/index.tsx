import { useState } from 'react';
import { useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { QueueHint } from '../../../components/queue-hint';
import type { ValueOf } from '../../../contracts/contract';
import { confirmEntries, listEntries } from '../../../contracts/people';
import { mayBeOneOfTwo } from '../two-people';
import { EntryList } from './entry-list';

const title = '核对户册';
type Waiting = ValueOf<typeof listEntries>;

const nobody = (
  <EmptyState
    icon="check"
    text="没有等您核对的人。"
    hint="一个人录入的姓名和手机号,要另一个人核对过才算数。自己录入的,要别人来核对。"
  />
);

/** One page of them: all that is shown and not crossed out is confirmed by one tap. */
function Entries() {
  const [after, setAfter] = useState<string | undefined>();
  const waiting = useCall(listEntries, after === undefined ? {} : { after });
  const command = useCommand(confirmEntries);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const right = (shown: Waiting) => shown.entries.filter(({ memberId }) => !wrong.has(memberId));
  const goOn = ({ next }: Waiting) => {
    setWrong(new Set());
    if (next === null && after === undefined) waiting.reload();
    else setAfter(next ?? undefined);
  };
  const confirm = async (shown: Waiting) => {
    const { villageId } = shown;
    const lines = right(shown).map(({ memberId, enteredAtMs }) => ({ memberId, enteredAtMs }));
    if (villageId === null || lines.length === 0) return goOn(shown);
    const answer = await command.run({ villageId, lines });
    if (answer.ok) goOn(shown);
  };
  const shown = waiting.value;
  const count = shown ? right(shown).length : 0;
  // With nothing right and nothing behind it there is nothing to tap.
  const primary =
    shown && shown.villageId !== null && (count > 0 || shown.more)
      ? {
          label: count > 0 ? `这 ${count} 个人都对` : '看后面的',
          busy: command.busy,
          onTap: () => confirm(shown),
        }
      : undefined;
  return (
    <Page title={title} {...(primary && { primary })} bottom={<ErrorNote error={command.error} />}>
      <QueueHint>
        照着您认识的人和纸上的户册看:有没有这个人、手机号是不是本人的。不对的点一下,先不算数,再告诉录入的人改。
      </QueueHint>
      <Loaded
        call={waiting}
        isEmpty={({ entries, more }) => entries.length === 0 && !more}
        empty={nobody}
      >
        {(value) => <EntryList value={value} wrong={wrong} onWrong={setWrong} />}
      </Loaded>
    </Page>
  );
}

/** Lines of the register that one person alone entered, for the second one who looks at them. */
export default function EntriesPage() {
  const roles = useSession((session) => session.roles);
  if (mayBeOneOfTwo(roles)) return <Entries />;
  return (
    <Page title={title}>
      <EmptyState icon="person" text="户册由村干部、监委会和镇里来核对。" />
    </Page>
  );
}
