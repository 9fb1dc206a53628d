import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import './card.scss';

type Props = {
  tone?: 'plain' | 'green' | 'gold' | 'red' | 'blue';
  /** No inner space at the sides: for cards made of lines. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
};

/** A sheet on the board: hairline, 12 px corners, no shadow. */
export function Card({ tone = 'plain', flush, className, children }: Props) {
  return (
    <View className={classes('card', `card-${tone}`, flush && 'card-flush', className)}>
      {children}
    </View>
  );
}
