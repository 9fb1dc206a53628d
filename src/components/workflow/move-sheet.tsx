import { useEffect, useState } from 'react';
import { useLeaveGuard } from '../../client/use-leave-guard';
import type { EnvelopeError } from '../../contracts/contract';
import { Ask } from '../ask';
import { Chips } from '../chips';
import { ErrorNote } from '../error-state';
import { FormPart } from '../form-part';
import { NoteField } from '../note-field';
import type { Move } from './move';

type Props = {
  move: Move | null;
  busy: boolean;
  error: EnvelopeError | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Asks before a move, and for its reason where it needs one. */
export function MoveSheet({ move, busy, error, onConfirm, onClose }: Props) {
  const [reason, setReason] = useState('');
  const key = move?.key;
  useEffect(() => {
    if (key) setReason('');
  }, [key]);
  const typed = reason.trim();
  useLeaveGuard(move !== null && typed !== '', '还没办完。现在回去,写的就没有了。');
  if (!move) return null;
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
      onConfirm={() => onConfirm(typed)}
      onClose={onClose}
    >
      {move.reason !== 'none' && (
        <FormPart label={move.reason === 'needed' ? '原因' : '想说的话(可以不写)'}>
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
