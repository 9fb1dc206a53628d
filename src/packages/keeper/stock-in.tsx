import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../client/use-call';
import { useGrowing } from '../../client/use-growing';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { SectionHead } from '../../components/section-head';
import { readStock } from '../../contracts/exchange';
import { MoveStockSheet } from './move-stock-sheet';
import { StockLineRow } from './stock-line';
import type { StockLine } from './stock-move';

/** About a screen of lines. */
const linesAtOnce = 10;

/** `before`: how many lines stand above a group. */
function groupsOf(stock: readonly StockLine[]) {
  const low = stock.filter((line) => line.low);
  const enough = stock.filter((line) => !line.low);
  const groups = [
    { title: '该进货了', lines: low, before: 0 },
    { title: '还够', lines: enough, before: low.length },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

type StockProps = { stock: readonly StockLine[]; onOpen: (goodsId: string) => void };

function StockGroups({ stock, onOpen }: StockProps) {
  const shown = useGrowing(stock.length, linesAtOnce);
  return (
    <View>
      {groupsOf(stock).map(({ title, lines, before }) => (
        <View key={title}>
          {before < shown && <SectionHead title={title} extra={`${lines.length} 样`} />}
          {before < shown && (
            <Card flush>
              {lines.slice(0, shown - before).map((line) => (
                <StockLineRow key={line.goodsId} line={line} onTap={() => onOpen(line.goodsId)} />
              ))}
            </Card>
          )}
        </View>
      ))}
    </View>
  );
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
        {(value) => <StockGroups stock={value.stock} onOpen={open} />}
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
