import type { Session } from '../../client/session';
import { useCommand } from '../../client/use-command';
import { Card } from '../../components/card';
import { ErrorNote } from '../../components/error-state';
import { Toggle } from '../../components/toggle';
import { setNamesShown } from '../../contracts/people';

/** Choices that take effect at once: large type, and whether one's name is seen on notices. */
export function Choices({ session }: { session: Session }) {
  const { me, elder, setElder, refresh } = session;
  const { run, busy, error } = useCommand(setNamesShown);
  const showNames = async (namesShown: boolean) => {
    const answer = await run({ namesShown });
    if (answer.ok) await refresh();
  };
  return (
    <>
      <ErrorNote error={error} />
      <Card flush>
        <Toggle title="大字" note="字大一些,按钮也大一些" on={elder} onChange={setElder} />
        {me && (
          <Toggle
            title="公示时显示我家的姓"
            note="本村登录的人能看到“张*”;关掉,或户主没满18岁,就只显示户号"
            on={me.namesShown}
            disabled={busy}
            onChange={showNames}
          />
        )}
      </Card>
    </>
  );
}
