import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon, type IconName } from './icon';
import './line.scss';
import { Tap } from './tap';

type Props = {
  title: ReactNode;
  /** Smaller, below the title. */
  note?: ReactNode;
  /** At the right: a number, a state. */
  extra?: ReactNode;
  icon?: IconName;
  onTap?: () => void;
  label?: string;
  className?: string;
};

/** One line of a card; with `onTap` it leads somewhere and shows so. */
export function Line({ title, note, extra, icon, onTap, label, className }: Props) {
  const content = (
    <>
      {icon && <Icon name={icon} tone={icon === 'warning' ? 'red' : 'green'} />}
      <View className="line-words">
        <View className="line-title">{title}</View>
        {note && <View className="line-note">{note}</View>}
      </View>
      {extra !== undefined && <View className="line-extra">{extra}</View>}
      {onTap && <Icon name="next" />}
    </>
  );
  if (!onTap) return <View className={classes('line', className)}>{content}</View>;
  return (
    <Tap className={classes('line', className)} onTap={onTap} label={label}>
      {content}
    </Tap>
  );
}
