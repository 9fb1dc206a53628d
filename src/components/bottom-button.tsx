import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './bottom-button.scss';
import { Button } from './button';

type Props = {
  label: string;
  onTap: () => void;
  disabled?: boolean;
  busy?: boolean;
  /** Red for what cannot be taken back: it is never the green one. */
  tone?: 'primary' | 'danger';
  /** Said above the button: a sum, why it cannot be tapped yet. */
  children?: ReactNode;
};

/** The one thing to do on this screen, where the thumb is. */
export function BottomButton({ label, onTap, disabled, busy, tone = 'primary', children }: Props) {
  return (
    <View className="bottom-button">
      {children}
      <Button tone={tone} busy={busy} disabled={disabled} onTap={onTap}>
        {label}
      </Button>
    </View>
  );
}
