import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { Icon } from './icon';
import { Tap } from './tap';
import './whole-screen.scss';

type Props = { title: string; leaveLabel: string; onLeave: () => void; children?: ReactNode };

/** The whole screen in green: it is done, seen from the other side of the counter. */
export function WholeScreen({ title, leaveLabel, onLeave, children }: Props) {
  return (
    <View className="whole-screen">
      <View className="whole-screen-words" {...aria('status')}>
        <Icon name="check" tone="white" size="large" />
        <View className="whole-screen-title">{title}</View>
        {children}
      </View>
      <Tap className="whole-screen-leave" onTap={onLeave}>
        {leaveLabel}
      </Tap>
    </View>
  );
}
