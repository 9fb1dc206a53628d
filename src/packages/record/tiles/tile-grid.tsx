import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { Card } from '../../../components/card';
import { classes } from '../../../components/classes';
import { Growing } from '../../../components/growing';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import './tile-grid.scss';

/** One household to tick: its number and its name, where that may be shown. */
export type Tile = { id: string; words: string; note?: string | undefined };

/** About two screens of them. */
const tilesAtOnce = 24;

type Ticking = {
  chosen: ReadonlySet<string>;
  /** What a tick stands for: taken in, or taken out. */
  meaning: 'in' | 'out';
  onToggle: (id: string) => void;
};

/** A tile as it can be ticked: all of it can be tapped. */
function TickTile({ tile, ticking }: { tile: Tile; ticking: Ticking }) {
  const { chosen, meaning, onToggle } = ticking;
  const checked = chosen.has(tile.id);
  const look = meaning === 'in' ? 'tile-chosen' : 'tile-taken';
  return (
    <View
      className={classes('tile-inside', checked && look)}
      onClick={() => onToggle(tile.id)}
      {...aria('checkbox', tile.words, { checked })}
    >
      <View className="tile-mark">
        {checked && (
          <Icon
            name={meaning === 'in' ? 'check' : 'cross'}
            tone={meaning === 'in' ? 'green' : 'red'}
          />
        )}
      </View>
      <Words {...tile} />
    </View>
  );
}

function Words({ words, note }: Tile) {
  return (
    <View className="tile-words">
      <View>{words}</View>
      {note && <View className="tile-note">{note}</View>}
    </View>
  );
}

type Props = { tiles: readonly Tile[]; ticking?: Ticking; onOpen?: (id: string) => void };

/** Households side by side, each to tick, or to open. */
export function TileGrid({ tiles, ticking, onOpen }: Props) {
  return (
    <Card flush>
      <View className="tile-grid">
        <Growing
          groups={[{ key: 'tiles', rows: tiles }]}
          keyOf={({ id }) => id}
          atOnce={tilesAtOnce}
        >
          {(tile) => (
            <View className="tile">
              {ticking ? (
                <TickTile tile={tile} ticking={ticking} />
              ) : (
                <Tap className="tile-inside" label={tile.words} onTap={() => onOpen?.(tile.id)}>
                  <Words {...tile} />
                </Tap>
              )}
            </View>
          )}
        </Growing>
      </View>
    </Card>
  );
}
