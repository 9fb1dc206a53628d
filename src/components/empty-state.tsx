import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import './empty-state.scss';

type Props = { text: string; hint?: string; icon?: IconName; children?: ReactNode };

/** Nothing here yet: says so, and what will bring something here. */
export function EmptyState({ text, hint, icon = 'empty', children }: Props) {
  return (
    <View className="empty-state">
      <Icon name={icon} size="large" />
      <View className="empty-state-text">{text}</View>
      {hint && <View className="empty-state-hint">{hint}</View>}
      {children}
    </View>
  );
}
