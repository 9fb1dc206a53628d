import { Input, View } from '@tarojs/components';
import './field.scss';
import { useKeyboardRoom } from './in-sheet';
import { useFieldText } from './use-field-text';

type Props = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  placeholder?: string;
  type?: 'text' | 'number' | 'digit';
  maximumLength?: number;
  /** Typed where others may look on. */
  secret?: boolean;
  hint?: string;
  /** Said in red below; what was typed stays. */
  problem?: string | null;
  onConfirm?: () => void;
};

/** One line to type in, with its label above; what comes and goes below has a place of its own. */
export function Field(props: Props) {
  const { label, value, placeholder, type = 'text', maximumLength = 40 } = props;
  const { round, ...text } = useFieldText(value, props.onInput);
  return (
    <View className="field">
      <View className="field-label">{label}</View>
      <View>
        <Input
          key={round}
          {...text}
          {...useKeyboardRoom()}
          className="field-input"
          type={type}
          password={props.secret}
          maxlength={maximumLength}
          placeholder={placeholder}
          placeholderClass="field-placeholder"
          onConfirm={props.onConfirm}
          aria-label={label}
        />
      </View>
      <View>
        {props.hint && <View className="field-hint">{props.hint}</View>}
        {props.problem && <View className="field-problem">{props.problem}</View>}
      </View>
    </View>
  );
}
