import { Input, View } from '@tarojs/components';
import './field.scss';

type Props = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  placeholder?: string;
  type?: 'text' | 'number' | 'digit';
  maximumLength?: number;
  hint?: string;
  /** Said in red below; what was typed stays. */
  problem?: string | null;
  onConfirm?: () => void;
};

/** One line to type in, with its label above. */
export function Field(props: Props) {
  const { label, value, onInput, placeholder, type = 'text', maximumLength = 40 } = props;
  return (
    <View className="field">
      <View className="field-label">{label}</View>
      <Input
        className="field-input"
        value={value}
        type={type}
        maxlength={maximumLength}
        placeholder={placeholder}
        placeholderClass="field-placeholder"
        onInput={(event) => onInput(event.detail.value)}
        onConfirm={props.onConfirm}
        aria-label={label}
      />
      {props.hint && <View className="field-hint">{props.hint}</View>}
      {props.problem && <View className="field-problem">{props.problem}</View>}
    </View>
  );
}
