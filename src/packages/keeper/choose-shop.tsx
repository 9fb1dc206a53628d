import { useSession } from '../../client/session';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Line } from '../../components/line';
import { SectionHead } from '../../components/section-head';
import { Skeleton } from '../../components/skeleton';
import type { KeeperShop } from './use-keeper-shop';

/** For who keeps several shops; says who may come here to everybody else. */
export function ChooseShop({ shops, choose }: Pick<KeeperShop, 'shops' | 'choose'>) {
  const state = useSession((session) => session.state);
  if (shops.length > 0) {
    return (
      <>
        <SectionHead title="您在哪家店?" />
        <Card flush>
          {shops.map(({ place, placeName }) => (
            <Line key={place} icon="bag" title={placeName} onTap={() => choose(place)} />
          ))}
        </Card>
      </>
    );
  }
  if (state === 'loading') return <Skeleton lines={2} />;
  return (
    <EmptyState
      icon="bag"
      text="核销由超市管理员来做。"
      hint="想在店里帮忙,请镇里把您设为这家店的管理员。"
    />
  );
}
