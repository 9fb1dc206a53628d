import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../components/card';
import { EmptyState } from '../../../components/empty-state';
import { Field } from '../../../components/field';
import { Growing } from '../../../components/growing';
import { Icon } from '../../../components/icon';
import { Line } from '../../../components/line';
import { SectionHead } from '../../../components/section-head';
import { Tap } from '../../../components/tap';
import { commonItems, type FieldOfItems, searchItems } from './find-items';
import './item-picker.scss';
import type { PointItem } from '../../../contracts/scheme';
import { pointsRange } from './standard-words';

/** About a screen of lines. */
const itemsAtOnce = 10;

type Props = { fields: readonly FieldOfItems[]; onPick: (item: PointItem) => void };

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

/** What was done: search, the common items, then all eight fields. */
export function ItemPicker({ fields, onPick }: Props) {
  const [typed, setTyped] = useState('');
  const found = searchItems(fields, typed);
  const common = commonItems(fields);
  return (
    <>
      <Field label="做了什么" value={typed} onInput={setTyped} placeholder="比如 草场、调解" />
      <View>
        {typed.trim() !== '' && found.length > 0 && <ItemLines items={found} onPick={onPick} />}
        {typed.trim() !== '' && found.length === 0 && (
          <EmptyState icon="search" text="没找到这一项。" hint="换个说法,或者在下面八类里找。" />
        )}
        {typed.trim() === '' && common.length > 0 && (
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
