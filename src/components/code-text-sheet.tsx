import { useState } from 'react';
import { useCodeText } from '../client/code-text';
import { Ask } from './ask';
import { Field } from './field';

/** Stands in for a scanner where there is none: the code's text is pasted. */
export function CodeTextSheet() {
  const { answer, why } = useCodeText();
  const [text, setText] = useState('');
  const finish = (typed: string | null) => {
    setText('');
    answer?.(typed);
  };
  return (
    <Ask
      visible={answer !== null}
      title="扫一扫"
      text={why}
      confirmLabel="就用这个"
      disabled={text.trim() === ''}
      onConfirm={() => finish(text.trim())}
      onClose={() => finish(null)}
    >
      <Field label="码上的文字" value={text} onInput={setText} maximumLength={300} />
    </Ask>
  );
}
