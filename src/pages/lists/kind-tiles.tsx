import { View } from '@tarojs/components';
import { classes } from '../../components/classes';
import { Tap } from '../../components/tap';
import type { ValueOf } from '../../contracts/contract';
import type { ListKind, listMatters } from '../../contracts/lists';
import './kind-tiles.scss';

type Counts = ValueOf<typeof listMatters>['counts'];
type Props = { counts: Counts; chosen: ListKind | null; onChoose: (kind: ListKind | null) => void };

/** The four lists with how many matters each holds; a second tap puts it away again. */
export function KindTiles({ counts, chosen, onChoose }: Props) {
  return (
    <View className="kind-tiles">
      {counts.map(({ list, name, count }) => {
        const selected = list === chosen;
        return (
          <Tap
            key={list}
            className={classes('kind-tile', selected && 'kind-tile-selected')}
            selected={selected}
            label={`${name},${count}项`}
            onTap={() => onChoose(selected ? null : list)}
          >
            <View className="kind-tile-name">{name}</View>
            <View className="kind-tile-count">{count} 项</View>
          </Tap>
        );
      })}
    </View>
  );
}
