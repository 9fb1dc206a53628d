import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import './large-buttons.scss';
import { Tap } from './tap';

/** A number of things that wait, on whatever leads to them. */
export function WaitingCount({ children }: { children: string }) {
  return <View className="waiting-count">{children}</View>;
}

type Props = { title: string; icon: IconName; waiting: string | null; onTap: () => void };

/** As large as a thumb; in large type as wide as the screen. */
export function LargeButton({ title, icon, waiting, onTap }: Props) {
  const label = waiting === null ? title : `${title},等您办 ${waiting}`;
  return (
    <Tap className="large-button" label={label} onTap={onTap}>
      <Icon name={icon} tone="green" />
      <View className="large-button-title">{title}</View>
      {waiting !== null && <WaitingCount>{waiting}</WaitingCount>}
    </Tap>
  );
}

/** Side by side, in large type one below the other. */
export function LargeButtons({ children }: { children: ReactNode }) {
  return <View className="large-buttons">{children}</View>;
}
