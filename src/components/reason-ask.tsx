import { useState } from 'react';
import { useOwnDraft } from '../client/use-own-draft';
import type { EnvelopeError } from '../contracts/contract';
import { Ask } from './ask';
import { DraftCard } from './draft-card';
import { ErrorNote } from './error-state';
import { Field } from './field';

/** What is asked for in one line, and what is said where it is missing. */
type Asked = { label: string; placeholder: string; missing: string };

type Props = {
  /** What is answered, and how: what was written and not sent is kept for it. */
  subject: string;
  title: string;
  text: string;
  confirmLabel: string;
  danger: boolean;
  /** Null where nothing is asked for. */
  asked: Asked | null;
  busy: boolean;
  error: EnvelopeError | null;
  /** Answers whether it was done. */
  onConfirm: (words: string) => Promise<boolean>;
  onClose: () => void;
  onDone: () => void;
};

const longestReason = 60;

/** The last question before somebody else's matter is answered, with the reason it needs. */
export function ReasonAsk(props: Props) {
  const { subject, asked, error, onConfirm, onClose, onDone, ...shown } = props;
  const [reason, type] = useState('');
  const [missing, setMissing] = useState(false);
  const draft = useOwnDraft<string>({
    ...{ key: subject, restore: type },
    value: reason.trim() === '' ? null : reason,
  });
  const confirm = async () => {
    const words = reason.trim();
    if (asked && words === '') return setMissing(true);
    if (!(await onConfirm(words))) return;
    draft.done();
    onDone();
  };
  return (
    <Ask
      visible
      {...shown}
      onConfirm={confirm}
      // What was refused may have changed meanwhile: it is read again.
      onClose={error ? onDone : onClose}
    >
      {asked && (
        <>
          <DraftCard draft={draft} />
          <Field
            label={asked.label}
            value={reason}
            onInput={(text) => {
              type(text);
              setMissing(false);
            }}
            maximumLength={longestReason}
            placeholder={asked.placeholder}
            problem={missing ? asked.missing : null}
          />
        </>
      )}
      <ErrorNote error={error} />
    </Ask>
  );
}
