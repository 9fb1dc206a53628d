import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from './icon';
import './state-tag.scss';

export type StateTone = 'waiting' | 'done' | 'stopped' | 'points' | 'ended';

const looks = {
  waiting: { icon: 'clock', tone: 'blue' },
  done: { icon: 'check', tone: 'green' },
  stopped: { icon: 'warning', tone: 'red' },
  points: { icon: 'star', tone: 'gold' },
  ended: { icon: 'minus', tone: 'secondary' },
} as const;

type Props = { tone: StateTone; word: string; icon?: IconName };

/** A state in colour, word and icon, so that no one of them has to be seen. */
export function StateTag({ tone, word, icon }: Props) {
  const look = looks[tone];
  return (
    <View className={`state-tag state-tag-${tone}`}>
      <Icon name={icon ?? look.icon} tone={look.tone} />
      <Text>{word}</Text>
    </View>
  );
}
