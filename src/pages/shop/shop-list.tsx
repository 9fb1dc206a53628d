import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Line } from '../../components/line';
import { Loaded } from '../../components/loaded';
import { SectionHead } from '../../components/section-head';
import type { ShopChoice } from './use-shop-choice';

/** The shops a village can go to. */
export function ShopList({ choice: { shops, choose } }: { choice: ShopChoice }) {
  return (
    <Loaded
      call={shops}
      isEmpty={(value) => value.shops.length === 0}
      empty={
        <EmptyState
          icon="bag"
          text="这个嘎查村还没有能去的积分超市。"
          hint="镇里开好以后,这里就能看到。分先留着,不会少。"
        />
      }
    >
      {(value) => (
        <>
          <SectionHead title="去哪家换?" />
          <Card flush>
            {value.shops.map(({ shopId, name, address, hours }) => (
              <Line
                key={shopId}
                icon="bag"
                title={name}
                note={`${address} · ${hours}`}
                onTap={() => choose(shopId)}
              />
            ))}
          </Card>
        </>
      )}
    </Loaded>
  );
}
