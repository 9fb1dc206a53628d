import { useRef } from 'react';

type Typed = { detail: { value: string } };

/**
 * The text of a field that a person types into. A field is told its text only where the program
 * changes it (emptied, filled in by a choice, a draft taken up again), never as an echo of what was
 * typed: on WeChat an echo arrives late, over the letters typed meanwhile, and they are lost. Such
 * a change is a new field, `round` is its key: WeChat sends nothing where the text it gave last is
 * the same, whatever stands in the field by now.
 */
export function useFieldText(text: string, onInput: (text: string) => void) {
  const field = useRef({ round: 0, given: text, holds: text });
  if (field.current.holds !== text) {
    field.current = { round: field.current.round + 1, given: text, holds: text };
  }
  const { round, given } = field.current;
  const typed = ({ detail }: Typed) => {
    field.current.holds = detail.value;
    onInput(detail.value);
  };
  return { round, defaultValue: given, onInput: typed };
}
