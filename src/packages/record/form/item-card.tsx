import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { Tap } from '../../../components/tap';
import './item-card.scss';
import type { PointItem } from '../../../contracts/scheme';
import { capsInWords, standardInWords } from './standard-words';

type Props = { item: PointItem; onChangeItem: () => void };

/** What was chosen, and how it is scored. */
export function ItemCard({ item, onChangeItem }: Props) {
  const caps = capsInWords(item);
  return (
    <Card>
      <View className="item-card-head">
        <View className="item-card-name">{item.name}</View>
        <Tap className="item-card-change" onTap={onChangeItem}>
          换一项
        </Tap>
      </View>
      <View>{item.guidance}</View>
      <View className="item-card-standard">
        {standardInWords(item)}
        {caps && `。${caps}`}。
      </View>
      {item.purse === 'honour' && (
        <View className="item-card-standard">只记荣誉分,不能换东西。</View>
      )}
      {item.oncePerDay && <View className="item-card-standard">一户一天只记一回。</View>}
      {item.onceInALife && (
        <View className="item-card-standard">一辈子难得的事,不占每季合计的兑换分。</View>
      )}
      {item.householdHidden && <View className="item-card-standard">公示时不显示是哪一户。</View>}
    </Card>
  );
}
