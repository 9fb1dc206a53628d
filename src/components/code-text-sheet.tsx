import { useState } from 'react';
import { useCodeText } from '../client/code-text';
import { Ask } from './ask';
import { Field } from './field';

/** Stands in for a scanner in a browser that has none: the code's text is pasted. */
export function CodeTextSheet() {
  const answer = useCodeText((codeText) => codeText.answer);
  const [text, setText] = useState('');
  const finish = (typed: string | null) => {
    setText('');
    answer?.(typed);
  };
  return (
    <Ask
      visible={answer !== null}
      title="扫一扫"
      text="这台设备不能扫码。请把码上的文字贴在这里。"
      confirmLabel="就用这个"
      disabled={text.trim() === ''}
      onConfirm={() => finish(text.trim())}
      onClose={() => finish(null)}
    >
      <Field label="码上的文字" value={text} onInput={setText} maximumLength={300} />
    </Ask>
  );
}
