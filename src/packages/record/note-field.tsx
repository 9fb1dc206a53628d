import { Textarea } from '@tarojs/components';
import './note-field.scss';

type Props = {
  label: string;
  value: string;
  onInput: (value: string) => void;
  placeholder?: string;
  maximumLength?: number;
};

/** A few lines of free text. */
export function NoteField({ label, value, onInput, placeholder, maximumLength = 200 }: Props) {
  return (
    <Textarea
      className="note-field"
      value={value}
      maxlength={maximumLength}
      placeholder={placeholder}
      placeholderClass="note-field-placeholder"
      onInput={(event) => onInput(event.detail.value)}
      aria-label={label}
    />
  );
}
