import { useState } from 'react';
import { draftOwner } from '../../client/drafts';
import { useSession } from '../../client/session';
import { useDraft } from '../../client/use-draft';
import type { EnvelopeError } from '../../contracts/contract';
import { Ask } from '../ask';
import { Chips } from '../chips';
import { DraftCard } from '../draft-card';
import { ErrorNote } from '../error-state';
import { FormPart } from '../form-part';
import { NoteField } from '../note-field';
import type { Move } from './move';

type Props = {
  move: Move | null;
  /** What is moved: what was written and not sent is kept for it. */
  subjectId: string;
  busy: boolean;
  error: EnvelopeError | null;
  /** Answers whether it was done. */
  onConfirm: (reason: string) => Promise<boolean>;
  onClose: () => void;
};

function OpenSheet(props: Omit<Props, 'move'> & { move: Move }) {
  const { move, subjectId, busy, error, onConfirm, onClose } = props;
  const [reason, setReason] = useState('');
  const owner = useSession((session) => draftOwner(session, 'acting'));
  const typed = reason.trim();
  const draft = useDraft({
    key: `${move.key} ${subjectId}`,
    owner,
    // What is tapped is tapped again.
    value: typed === '' || move.reasons.includes(typed) ? null : reason,
    restore: setReason,
  });
  const confirm = async () => {
    if (await onConfirm(typed)) draft.done();
  };
  const reasons = move.reasons.map((text) => ({ id: text, label: text }));
  return (
    <Ask
      visible
      title={move.title}
      text={move.text}
      confirmLabel={move.label}
      danger={move.tone === 'danger'}
      busy={busy}
      disabled={move.reason === 'needed' && typed === ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      {move.reason !== 'none' && (
        <FormPart label={move.reason === 'needed' ? '原因' : '想说的话(可以不写)'}>
          <DraftCard draft={draft} />
          {reasons.length > 0 && <Chips choices={reasons} chosen={typed} onChoose={setReason} />}
          <NoteField
            label="原因"
            value={reason}
            onInput={setReason}
            placeholder={move.reason === 'needed' ? '写一句就行' : undefined}
          />
        </FormPart>
      )}
      <ErrorNote error={error} />
    </Ask>
  );
}

/** Asks before a move, and for its reason where it needs one. */
export function MoveSheet({ move, ...rest }: Props) {
  return move && <OpenSheet key={move.key} move={move} {...rest} />;
}
