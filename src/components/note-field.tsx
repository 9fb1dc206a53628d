import { Textarea, View } from '@tarojs/components';
import { useContext } from 'react';
import { InSheet, useKeyboardRoom } from './in-sheet';
import { useFieldText } from './use-field-text';
import './note-field.scss';

type Props = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  placeholder?: string;
  maximumLength?: number;
};

/** A few lines of free text. What floats, WeChat wants to be told of, or the words stand apart. */
export function NoteField({ label, value, onInput, placeholder, maximumLength = 200 }: Props) {
  const { round, ...text } = useFieldText(value, onInput);
  return (
    <View className="note-place">
      <Textarea
        key={round}
        {...text}
        {...useKeyboardRoom()}
        fixed={useContext(InSheet)}
        className="note-field"
        maxlength={maximumLength}
        placeholder={placeholder}
        placeholderClass="note-field-placeholder"
        aria-label={label}
      />
    </View>
  );
}
