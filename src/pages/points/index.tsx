import { openPage } from '../../client/open-page';
import { useSession } from '../../client/session';
import { Page } from '../../components/page';
import { Account } from './account';
import { NotJoined } from './not-joined';

const go = (url: string) => () => openPage(url);
const declare = { label: '记一件好事', onTap: go('/packages/record/declare/index') };
const join = { label: '加入本村', onTap: go('/packages/join/index') };

export default function PointsPage() {
  const { me, state, waitingJoin } = useSession();
  const mayJoin = state === 'ready' && !waitingJoin;
  return (
    <Page tab="pages/points/index" title="积分" primary={me ? declare : mayJoin ? join : undefined}>
      {me ? <Account key={me.householdId} /> : <NotJoined />}
    </Page>
  );
}
