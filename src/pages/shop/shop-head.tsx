import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Icon } from '../../components/icon';
import { Tap } from '../../components/tap';
import type { Shop } from './basket';
import './shop-head.scss';

const kindWords: Record<Shop['kind'], string> = {
  own: '本村超市',
  merchant: '合作商户',
  shared: '几个村合用',
};

type Props = { shop: Shop; onSwitch: (() => void) | null };

/** Which shop this is, where, and when it is open. */
export function ShopHead({ shop, onSwitch }: Props) {
  return (
    <Card className="shop-head">
      <View className="shop-head-words">
        <View className="shop-head-name">{shop.name}</View>
        <View className="shop-head-note">{kindWords[shop.kind]}</View>
        <View className="shop-head-note">
          {shop.address} · {shop.hours}
        </View>
      </View>
      {onSwitch && (
        <Tap className="shop-head-switch" onTap={onSwitch}>
          换一家
          <Icon name="next" tone="green" />
        </Tap>
      )}
    </Card>
  );
}
