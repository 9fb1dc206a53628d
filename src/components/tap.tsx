import { type ITouchEvent, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { classes } from './classes';
import './tap.scss';

type Props = {
  onTap: () => void;
  /** What a screen reader says instead of the words inside. */
  label?: string;
  className?: string;
  disabled?: boolean;
  selected?: boolean;
  children: ReactNode;
};

/** Anything one can tap: at least 44 px at 360 px wide, and a button for screen readers. */
export function Tap({ onTap, label, className, disabled, selected, children }: Props) {
  const tap = (event: ITouchEvent) => {
    event.stopPropagation();
    if (!disabled) onTap();
  };
  return (
    <View
      className={classes('tap', disabled && 'tap-disabled', className)}
      hoverClass={disabled ? 'none' : 'tap-hover'}
      onClick={tap}
      {...aria('button', label, { disabled, selected })}
    >
      {children}
    </View>
  );
}
