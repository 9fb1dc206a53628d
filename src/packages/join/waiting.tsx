import { View } from '@tarojs/components';
import type { Session } from '../../client/session';
import { Card } from '../../components/card';
import { instantInWords } from '../../components/days';
import { Icon } from '../../components/icon';
import { Tap } from '../../components/tap';
import './waiting.scss';

type Props = { waiting: NonNullable<Session['waitingJoin']>; onCheck: () => void };

/** Asked and not answered yet: what happens next, and what can be done meanwhile. */
export function Waiting({ waiting, onCheck }: Props) {
  return (
    <Card tone="blue" className="join-waiting">
      <Icon name="clock" tone="blue" size="large" />
      <View className="join-waiting-title">在等村里核对</View>
      <View>
        {instantInWords(waiting.askedAtMs)}申请加入{waiting.villageName} {waiting.householdNumber}
        号户
      </View>
      <View className="join-waiting-note">
        村里有两个人对过户册、都同意就通过,再打开时就能用了。急的话可以给村里打个电话。
      </View>
      <Tap className="join-waiting-check" onTap={onCheck}>
        看看通过了没有
      </Tap>
    </Card>
  );
}
