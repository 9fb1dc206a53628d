import { View } from '@tarojs/components';
import type { Me } from '../../client/session';
import { Card } from '../../components/card';
import { Icon } from '../../components/icon';
import { calledBy } from '../../domain/kernel/names';
import './joined.scss';

/** In: which household, and what can be done now. */
export function Joined({ me }: { me: Me }) {
  return (
    <Card tone="green" className="joined">
      <Icon name="check" tone="green" size="large" />
      <View className="joined-title">您已加入{me.villageName}</View>
      <View>{calledBy(me.householdNumber, me.householdName)}</View>
      <View className="joined-note">现在可以记好事、看积分、到超市换东西。</View>
    </Card>
  );
}
