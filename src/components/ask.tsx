import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './ask.scss';
import { Button } from './button';
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
  const buttons = (
    <View className="ask-buttons">
      <Button className="ask-button" onTap={props.onClose}>
        {cancelLabel}
      </Button>
      <Button
        className="ask-button"
        tone={danger ? 'danger' : 'primary'}
        busy={busy}
        disabled={props.disabled}
        onTap={props.onConfirm}
      >
        {confirmLabel}
      </Button>
    </View>
  );
  return (
    <Sheet visible={visible} title={title} onClose={props.onClose} foot={buttons}>
      {text && <View className="ask-text">{text}</View>}
      {props.children}
    </Sheet>
  );
}
