import { openPage } from '../../client/open-page';
import { placesOf, useSession } from '../../client/session';
import { Card } from '../../components/card';
import { Line } from '../../components/line';

type Props = { villageId: string; kind: 'matter' | 'certificate'; id: string };

/** For the committee and the town: what people here say for it leads here. */
export function WordsLine({ villageId, kind, id }: Props) {
  const roles = useSession((session) => session.roles);
  const ofCommittee = placesOf(roles, 'cadre').some(({ place }) => place === villageId);
  if (!ofCommittee && placesOf(roles, 'town-admin').length === 0) return null;
  const address = `/packages/matters/words/index?villageId=${villageId}&view=${kind}&key=${id}`;
  return (
    <Card flush>
      <Line
        icon="search"
        title="本村的叫法"
        note="大家平时怎么说它,添上就能找到"
        onTap={() => {
          openPage(address);
        }}
      />
    </Card>
  );
}
