import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './standing-line.scss';
import { Tap } from './tap';

type Props = {
  title: ReactNode;
  points: ReactNode;
  /** A `StateTag`. */
  state: ReactNode;
  /** Beside the state: the day, the shop. */
  aside: string;
  next: string;
  /** What to do about it now, where there is something. */
  step?: string;
  onTap: () => void;
};

/** Something that is under way: what, how many points, where it stands and what comes next. */
export function StandingLine({ title, points, state, aside, next, step, onTap }: Props) {
  return (
    <Tap className="standing-line" onTap={onTap}>
      <View className="standing-line-head">
        <View className="standing-line-title">{title}</View>
        {points}
      </View>
      <View className="standing-line-foot">
        {state}
        <View className="standing-line-small">{aside}</View>
      </View>
      <View className="standing-line-small standing-line-next">{next}</View>
      {step && <View className="standing-line-step">{step}</View>}
    </Tap>
  );
}
