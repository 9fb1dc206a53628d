import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useFoundItem } from '../../../client/found-item';
import { Card } from '../../../components/card';
import { FindBox } from '../../../components/find-box';
import { Growing } from '../../../components/growing';
import { Icon } from '../../../components/icon';
import { Line } from '../../../components/line';
import { SectionHead } from '../../../components/section-head';
import { Tap } from '../../../components/tap';
import { commonItems, type FieldOfItems } from './find-items';
import './item-picker.scss';
import type { PointItem } from '../../../contracts/scheme';
import { pointsRange } from './standard-words';

/** About a screen of lines. */
const itemsAtOnce = 10;

type Props = {
  villageId: string;
  fields: readonly FieldOfItems[];
  onPick: (item: PointItem) => void;
};

function ItemLines({ items, onPick }: { items: PointItem[]; onPick: Props['onPick'] }) {
  return (
    <Card flush>
      <Growing
        groups={[{ key: 'items', rows: items }]}
        keyOf={({ id }) => id}
        atOnce={itemsAtOnce}
        lined
      >
        {(item) => (
          <Line
            title={item.name}
            note={item.evidence === 'photo' ? '要照片' : undefined}
            extra={<View className="item-picker-points">{pointsRange(item)}</View>}
            onTap={() => onPick(item)}
          />
        )}
      </Growing>
    </Card>
  );
}

function OneField({ field, onPick }: { field: FieldOfItems; onPick: Props['onPick'] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Card flush>
        <Tap
          className="item-picker-field"
          label={`${field.name},${field.items.length} 项,${open ? '收起' : '打开'}`}
          onTap={() => setOpen(!open)}
        >
          <View className="item-picker-field-name">{field.name}</View>
          <View className="item-picker-count">{field.items.length} 项</View>
          <Icon name={open ? 'minus' : 'plus'} />
        </Tap>
      </Card>
      {open && <ItemLines items={field.items} onPick={onPick} />}
    </>
  );
}

/** Takes what the search found; says where it is nothing that one may put forward here. */
function useFound(fields: Props['fields'], onPick: Props['onPick']): boolean {
  const { itemId, take } = useFoundItem();
  const found = fields.flatMap(({ items }) => items).find(({ id }) => id === itemId);
  const [notHere, setNotHere] = useState(false);
  useEffect(() => {
    if (itemId === null) return;
    take();
    setNotHere(!found);
    if (found) onPick(found);
  });
  return notHere;
}

/** What was done: by everyday words, the common items, then all eight fields. */
export function ItemPicker({ villageId, fields, onPick }: Props) {
  const notHere = useFound(fields, onPick);
  const common = commonItems(fields);
  return (
    <>
      <FindBox label="做了什么" words="说一句做了什么,比如 种树、劝架" itemsOf={villageId} />
      <View>
        {notHere && (
          <View className="item-picker-not-here">
            刚才找的那一项不在这里记。能记的都在下面,拿不准就问村里。
          </View>
        )}
      </View>
      <View>
        {common.length > 0 && (
          <>
            <SectionHead title="常用" />
            <ItemLines items={common} onPick={onPick} />
          </>
        )}
      </View>
      <SectionHead title="全部类别" />
      {fields.map((field) => (
        <OneField key={field.id} field={field} onPick={onPick} />
      ))}
    </>
  );
}
