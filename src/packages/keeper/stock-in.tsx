import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../client/use-call';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Growing, type RowGroup } from '../../components/growing';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { SectionHead } from '../../components/section-head';
import { readStock } from '../../contracts/exchange';
import { MoveStockSheet } from './move-stock-sheet';
import { StockLineRow } from './stock-line';
import type { StockLine } from './stock-move';

/** About a screen of lines. */
const linesAtOnce = 6;

function groupsOf(stock: readonly StockLine[]): RowGroup<StockLine>[] {
  const groups = [
    { title: '该进货了', rows: stock.filter((line) => line.low) },
    { title: '还够', rows: stock.filter((line) => !line.low) },
  ];
  return groups.map(({ title, rows }) => ({
    key: title,
    rows,
    frame: (lines) =>
      rows.length > 0 && (
        <>
          <SectionHead title={title} extra={`${rows.length} 样`} />
          <Card flush>{lines}</Card>
        </>
      ),
  }));
}

type StockProps = { stock: readonly StockLine[]; onOpen: ((goodsId: string) => void) | null };

function StockGroups({ stock, onOpen }: StockProps) {
  return (
    <Growing groups={groupsOf(stock)} keyOf={({ goodsId }) => goodsId} atOnce={linesAtOnce} lined>
      {(line) => (
        <StockLineRow line={line} onTap={onOpen ? () => onOpen(line.goodsId) : undefined} />
      )}
    </Growing>
  );
}

/** The shelf as the book has it, what runs out first on top. */
export function StockIn({ shopId, mayServe }: { shopId: string; mayServe: boolean }) {
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
        {(value) => <StockGroups stock={value.stock} onOpen={mayServe ? open : null} />}
      </Loaded>
      <View>
        {line && (
          <MoveStockSheet
            key={line.goodsId}
            shopId={shopId}
            line={line}
            onMoved={moved}
            onClose={() => open(null)}
          />
        )}
      </View>
    </Page>
  );
}
