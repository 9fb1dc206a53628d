import { View } from '@tarojs/components';
import { useState } from 'react';
import { toggled } from '../../../client/changed';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { Field } from '../../../components/field';
import { SectionHead } from '../../../components/section-head';
import { Skeleton } from '../../../components/skeleton';
import { TileGrid } from '../tiles/tile-grid';
import './household-tiles.scss';
import { fitting, type Household, tileOf } from './use-households';

type Props = {
  households: readonly Household[] | null;
  unknown: boolean;
  chosen: ReadonlySet<string>;
  /** Told of what was chosen before: fingers are faster than a page is drawn. */
  onChoose: (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void;
};

/** Which households: each a tile to tap; looking for one leaves what is ticked. */
export function HouseholdTiles({ households, unknown, chosen, onChoose }: Props) {
  const [typed, setTyped] = useState('');
  if (unknown) {
    return (
      <EmptyState
        icon="house"
        text="现在问不到户册。"
        hint="到有网的地方再打开一次,户册就会存在本机。"
      />
    );
  }
  if (!households) return <Skeleton lines={4} />;
  const { shown, more } = fitting(households, typed);
  const ids = shown.map(({ householdId }) => householdId);
  const all = () => onChoose((before) => new Set([...before, ...ids]));
  const onToggle = (id: string) => onChoose((before) => toggled(before, id));
  return (
    <View>
      <SectionHead title="哪些户" extra={`选了 ${chosen.size} 户`} />
      <Field
        label="找户号、姓名"
        value={typed}
        onInput={setTyped}
        placeholder="比如 17,或名字里的字"
      />
      <View className="household-tiles-all">
        <Button className="household-tiles-button" onTap={all}>
          {typed.trim() === '' ? '全选' : '选上这些'}
        </Button>
        <Button className="household-tiles-button" onTap={() => onChoose(() => new Set())}>
          清空
        </Button>
      </View>
      {more && <View>还有别的户也对得上,多写一个字就找得到。</View>}
      <TileGrid tiles={shown.map(tileOf)} ticking={{ chosen, meaning: 'in', onToggle }} />
    </View>
  );
}
