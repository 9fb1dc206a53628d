import { Button } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import './bottom-button.scss';

type Props = {
  label: string;
  onTap: () => void;
  disabled?: boolean;
  busy?: boolean;
  /** Said above the button: a sum, why it cannot be tapped yet. */
  children?: ReactNode;
};

/** The one thing to do on this screen, where the thumb is. */
export function BottomButton({ label, onTap, disabled, busy, children }: Props) {
  return (
    <View className="bottom-button">
      {children}
      <Button
        block
        type="primary"
        size="xlarge"
        shape="square"
        loading={busy}
        disabled={disabled}
        onClick={onTap}
        {...aria('button', undefined, { disabled: disabled || busy })}
      >
        {label}
      </Button>
    </View>
  );
}
