import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../client/use-call';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { SectionHead } from '../../components/section-head';
import { readStock } from '../../contracts/exchange';
import { MoveStockSheet } from './move-stock-sheet';
import { StockLineRow } from './stock-line';
import type { StockLine } from './stock-move';

function groupsOf(stock: readonly StockLine[]) {
  const groups = [
    { title: '该进货了', lines: stock.filter(({ low }) => low) },
    { title: '还够', lines: stock.filter(({ low }) => !low) },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

/** The shelf as the book has it, what runs out first on top. */
export function StockIn({ shopId }: { shopId: string }) {
  const stock = useCall(readStock, { shopId });
  const [openId, open] = useState<string | null>(null);
  const line = stock.value?.stock.find(({ goodsId }) => goodsId === openId);
  const moved = () => {
    open(null);
    stock.reload();
  };
  return (
    <Page title="进货与盘点">
      <Loaded
        call={stock}
        lines={5}
        isEmpty={(value) => value.stock.length === 0}
        empty={
          <EmptyState icon="bag" text="货架上还没有东西。" hint="上架由镇里办,请和镇里联系。" />
        }
      >
        {(value) =>
          groupsOf(value.stock).map(({ title, lines }) => (
            <View key={title}>
              <SectionHead title={title} extra={`${lines.length} 样`} />
              <Card flush>
                {lines.map((each) => (
                  <StockLineRow key={each.goodsId} line={each} onTap={() => open(each.goodsId)} />
                ))}
              </Card>
            </View>
          ))
        }
      </Loaded>
      {line && (
        <MoveStockSheet
          key={line.goodsId}
          shopId={shopId}
          line={line}
          onMoved={moved}
          onClose={() => open(null)}
        />
      )}
    </Page>
  );
}
