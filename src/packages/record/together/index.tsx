import { placesOf, useSession } from '../../../client/session';
import { usePageParams } from '../../../client/use-page-params';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import { TogetherIn } from './together-in';

/** For committee members, in the village that is shown, or one of theirs. */
export default function TogetherPage() {
  const { roles, village } = useSession();
  const { villageId, checkCode } = usePageParams();
  const places = placesOf(roles, 'cadre').map(({ place }) => place);
  const asked = places.find((place) => place === (villageId ?? village?.villageId));
  const shown = asked ?? places[0];
  if (shown !== undefined)
    return <TogetherIn key={shown} villageId={shown} paperCode={checkCode} />;
  return (
    <Page title="很多户一起记">
      <EmptyState
        icon="person"
        text="现场记分由嘎查村干部来做。"
        hint="自己家做的好事,在“积分”里点“记一件好事”。"
      />
    </Page>
  );
}
