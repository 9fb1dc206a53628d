import { Button } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import './ask.scss';
import { Sheet } from './sheet';

type Props = {
  visible: boolean;
  title: string;
  /** What will happen, with a date where there is one. */
  text?: string;
  confirmLabel: string;
  cancelLabel?: string;
  /** Red: for what cannot be taken back. */
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** Asks before something is done. The label of the button says what it does, never just 确定. */
export function Ask(props: Props) {
  const { visible, title, text, confirmLabel, cancelLabel = '先不', danger, busy } = props;
  return (
    <Sheet visible={visible} title={title} onClose={props.onClose}>
      {text && <View className="ask-text">{text}</View>}
      {props.children}
      <View className="ask-buttons">
        <Button
          className="ask-button"
          size="xlarge"
          shape="square"
          onClick={props.onClose}
          {...aria('button')}
        >
          {cancelLabel}
        </Button>
        <Button
          className="ask-button"
          size="xlarge"
          shape="square"
          // A red button that is disabled would be half red, half grey.
          type={danger && !props.disabled ? 'danger' : 'primary'}
          fill="solid"
          loading={busy}
          disabled={props.disabled}
          onClick={props.onConfirm}
          {...aria('button', undefined, { disabled: props.disabled || busy })}
        >
          {confirmLabel}
        </Button>
      </View>
    </Sheet>
  );
}
