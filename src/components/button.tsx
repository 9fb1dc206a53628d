import { type ITouchEvent, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import './button.scss';
import { classes } from './classes';

/** `primary`: the one thing to do; `danger`: what cannot be taken back. */
export type ButtonTone = 'primary' | 'outline' | 'plain' | 'danger';

type Props = {
  onTap: () => void;
  tone?: ButtonTone;
  /** It is being done: the button turns, and a second tap does nothing. */
  busy?: boolean;
  disabled?: boolean;
  /** What a screen reader says instead of the words inside. */
  label?: string;
  className?: string;
  children: ReactNode;
};

/** The classes of a button; WeChat's own button wears them too where only it may ask. */
export function buttonClass(tone: ButtonTone, off: boolean, className?: string): string {
  return classes('button', `button-${tone}`, off && 'button-off', className);
}

/** Turns while something is being done. */
export function BusySign() {
  return <View className="button-busy" />;
}

/** A button with words, as wide as its place. */
export function Button(props: Props) {
  const { onTap, tone = 'plain', busy, disabled, label, className, children } = props;
  const off = disabled === true || busy === true;
  const tap = (event: ITouchEvent) => {
    event.stopPropagation();
    if (!off) onTap();
  };
  return (
    <View
      className={buttonClass(tone, off, className)}
      hoverClass={off ? 'none' : 'button-hover'}
      onClick={tap}
      {...aria('button', label, { disabled: off })}
    >
      {busy && <BusySign />}
      {children}
    </View>
  );
}
