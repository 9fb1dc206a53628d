import { View } from '@tarojs/components';
import { useSession } from '../../client/session';
import { Icon } from '../../components/icon';
import { Tap } from '../../components/tap';
import './village-bar.scss';

/** Whose board this is, and the switch to large type: both always in words. */
export function VillageBar({ name, onSwitch }: { name: string; onSwitch: () => void }) {
  const { elder, setElder } = useSession();
  return (
    <View className="village-bar">
      <Tap className="village-bar-name" onTap={onSwitch} label={`${name},换一个嘎查村`}>
        <View className="village-bar-words">{name}</View>
        <Icon name="down" tone="text" />
      </Tap>
      <Tap
        className="village-bar-elder"
        onTap={() => setElder(!elder)}
        label={elder ? '换回普通字' : '换成大字'}
      >
        {elder ? '普通字' : '大字'}
      </Tap>
    </View>
  );
}
