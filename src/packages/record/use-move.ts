import { useRef, useState } from 'react';
import { newCommandId } from '../../client/call';
import { isUndecided } from '../../client/trouble';
import type { EnvelopeError } from '../../contracts/contract';
import type { RecordState } from '../../contracts/records';
import type { Move } from './moves';

/** Moves a record, once however often the button is tapped. */
export function useMove(recordId: string, onMoved: (state: RecordState) => void) {
  const [chosen, choose] = useState<Move | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EnvelopeError | null>(null);
  const unanswered = useRef<{ body: string; commandId: string } | null>(null);

  const open = (move: Move | null) => {
    setError(null);
    choose(move);
  };
  const run = async (reason: string) => {
    if (!chosen || busy) return;
    const body = `${chosen.key} ${recordId} ${reason}`;
    const again = unanswered.current?.body === body ? unanswered.current : null;
    const attempt = again ?? { body, commandId: newCommandId() };
    setBusy(true);
    setError(null);
    const answer = await chosen.send(recordId, reason, attempt.commandId);
    setBusy(false);
    unanswered.current = !answer.ok && isUndecided(answer.error) ? attempt : null;
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    choose(null);
    onMoved(answer.value.state);
  };
  return { chosen, open, run, busy, error };
}
