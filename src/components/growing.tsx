import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Fragment, memo, type ReactNode, useEffect, useState } from 'react';
import './growing.scss';
import { divide, grow, isGrown, type Keys, type Part, type Parts } from './parts';

export type RowGroup<Row> = {
  key: string;
  rows: readonly Row[];
  /** Sets the rows under a head or into a card; asked once the first of them is shown. */
  frame?: (rows: ReactNode) => ReactNode;
};

type Props<Row> = {
  /** In their order; groups that are empty for now keep a place. */
  groups: readonly RowGroup<Row>[];
  keyOf: (row: Row) => string;
  /** How many rows one setData carries: about a screen of them. */
  atOnce: number;
  /** The rows have hairlines between them. */
  lined?: boolean;
  children: (row: Row) => ReactNode;
};

function useParts(groups: readonly Keys[], atOnce: number): Parts {
  const [held, hold] = useState<Parts | null>(null);
  const parts = divide(held, groups, atOnce);
  if (parts !== held) hold(parts);
  useEffect(() => {
    if (isGrown(parts)) return;
    let gone = false;
    // Behind the setData of the part before: a timer could fall into the same batch.
    Taro.nextTick(() => {
      if (!gone) hold(grow(parts, atOnce));
    });
    return () => {
      gone = true;
    };
  }, [parts, atOnce]);
  return parts;
}

type PlaceProps = {
  part: Part;
  below: boolean;
  draw: (key: string) => ReactNode;
  /** What the rows were drawn from. */
  from: unknown;
};

/** The place of one part; not drawn again while only other parts are added. */
const Place = memo(
  function Place({ part, below, draw }: PlaceProps) {
    return (
      <View className={below ? 'growing-below' : ''}>
        {part.keys.map((key) => (
          <Fragment key={key}>{draw(key)}</Fragment>
        ))}
      </View>
    );
  },
  (before, after) =>
    before.part === after.part && before.below === after.below && before.from === after.from,
);

/**
 * A long list, shown part by part, so that no single setData carries all of it: WeChat's bridge is
 * slow with large ones, and the first part is what fits the screen. Each part stays in a place of
 * its own, because Taro sends all that is beside a row that comes or goes.
 */
export function Growing<Row>({ groups, keyOf, atOnce, lined, children }: Props<Row>) {
  const keys = groups.map(({ key, rows }) => ({ key, keys: rows.map(keyOf) }));
  const { generation, groups: divided } = useParts(keys, atOnce);
  return (
    <View>
      {groups.map(({ key, rows, frame }, place) => {
        const parts = divided[place]?.parts ?? [];
        const rowOf = new Map(rows.map((row) => [keyOf(row), row]));
        const draw = (rowKey: string) => {
          const row = rowOf.get(rowKey);
          return row === undefined ? null : children(row);
        };
        const filled = parts.filter((part) => part.keys.length > 0);
        const shown = parts
          .filter((part) => part.shown)
          .map((part) => {
            const below = lined === true && filled.indexOf(part) > 0;
            return <Place key={part.id} part={part} below={below} draw={draw} from={groups} />;
          });
        const reached = shown.length > 0 || rows.length === 0;
        return (
          <View key={`${generation} ${key}`}>
            {frame ? reached && frame(<View>{shown}</View>) : shown}
          </View>
        );
      })}
    </View>
  );
}
