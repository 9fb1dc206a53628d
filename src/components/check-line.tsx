import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import './check-line.scss';
import { classes } from './classes';
import { Icon } from './icon';

type Props = {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  children?: ReactNode;
};

/** A box to tick with its words; the whole line can be tapped. */
export function CheckLine({ label, checked, onChange, children }: Props) {
  return (
    <View
      className="check-line"
      onClick={() => onChange(!checked)}
      {...aria('checkbox', label, { checked })}
    >
      <View className={classes('check-box', checked && 'check-box-checked')}>
        {checked && <Icon name="check" tone="white" />}
      </View>
      <View className="check-words">
        <View>{label}</View>
        {children && <View className="check-note">{children}</View>}
      </View>
    </View>
  );
}
