import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { replacePage } from '../../../client/open-page';
import { useCall } from '../../../client/use-call';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { EmptyState } from '../../../components/empty-state';
import { FormPart } from '../../../components/form-part';
import { Growing } from '../../../components/growing';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { listShops, readStock } from '../../../contracts/exchange';
import { InVillage } from '../in-village';
import { ways } from '../ways';
import { yuanInWords } from '../yuan';
import { GoodsForm } from './goods-form';
import type { ShelfLine } from './goods-text';

const title = '货架';
/** About a screen of lines. */
const linesAtOnce = 8;

function lineInWords({ unit, points, costFen, onHand, kind }: ShelfLine): string {
  const there = kind === 'service' ? '' : `,架上 ${onHand} ${unit}`;
  return `一${unit} ${points} 分,进价 ${yuanInWords(costFen)}${there}`;
}

const empty = (
  <EmptyState
    icon="bag"
    text="货架上还没有东西"
    hint="先定有哪些货。货到了,由超市管理员在“我的—进货与盘点”里记。"
  />
);

type Editing = { line: ShelfLine | null };

function Shelf({ shopId, children }: { shopId: string; children: ReactNode }) {
  const stock = useCall(readStock, { shopId });
  const [editing, edit] = useState<Editing | null>(null);
  const done = () => {
    edit(null);
    stock.reload();
  };
  if (editing)
    return (
      <GoodsForm shopId={shopId} line={editing.line} onDone={done} onClose={() => edit(null)} />
    );
  return (
    <Page title={title} primary={{ label: '添一样货', onTap: () => edit({ line: null }) }}>
      {children}
      <Loaded call={stock} lines={3} isEmpty={(value) => value.stock.length === 0} empty={empty}>
        {(value) => (
          <Card flush>
            <Growing
              groups={[{ key: 'stock', rows: value.stock }]}
              keyOf={({ goodsId }) => goodsId}
              atOnce={linesAtOnce}
              lined
            >
              {(line) => (
                <Line
                  title={line.name}
                  note={lineInWords(line)}
                  label={`${line.name},改分值、进价`}
                  onTap={() => edit({ line })}
                />
              )}
            </Growing>
          </Card>
        )}
      </Loaded>
    </Page>
  );
}

const noShop = <EmptyState icon="bag" text="这个村还没有超市" hint="先开超市,再定有哪些货。" />;

function OfVillage({ villageId }: { villageId: string }) {
  const shops = useCall(listShops, { villageId });
  const [chosen, choose] = useState<string | null>(null);
  const there = shops.value?.shops ?? [];
  const shopId = there.find((shop) => shop.shopId === chosen)?.shopId ?? there[0]?.shopId;
  if (shopId === undefined) {
    const openOne = () => replacePage(ways.newShop(villageId));
    return (
      <Page title={title} primary={shops.value ? { label: '开超市', onTap: openOne } : undefined}>
        <Loaded call={shops} lines={3} isEmpty={() => true} empty={noShop}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  const named = there.map((shop) => ({ id: shop.shopId, label: shop.name }));
  return (
    <Shelf key={shopId} shopId={shopId}>
      <View>
        {named.length > 1 ? (
          <FormPart label="哪家超市?">
            <Chips choices={named} chosen={shopId} onChoose={choose} />
          </FormPart>
        ) : (
          <Card flush>
            <Line icon="bag" title={named[0]?.label} />
          </Card>
        )}
      </View>
    </Shelf>
  );
}

/** What a shop of the village offers, and for how many points. */
export default function GoodsPage() {
  return <InVillage title={title}>{(villageId) => <OfVillage villageId={villageId} />}</InVillage>;
}
