import { useState } from 'react';
import { useOnce } from '../../client/use-command';
import type { Move } from './move';

/** Moves an instance of a workflow, once however often the button is tapped. */
export function useMove<State extends string>(subjectId: string, onMoved: (state: State) => void) {
  const [chosen, choose] = useState<Move<State> | null>(null);
  const { run: once, busy, error, clearError } = useOnce<{ state: State }>();

  const open = (move: Move<State> | null) => {
    clearError();
    choose(move);
  };
  /** Answers whether it was done. */
  const run = async (reason: string): Promise<boolean> => {
    if (!chosen || busy) return false;
    const answer = await once(`${chosen.key} ${subjectId} ${reason}`, (commandId) =>
      chosen.send(subjectId, reason, commandId),
    );
    if (!answer.ok) return false;
    choose(null);
    onMoved(answer.value.state);
    return true;
  };
  return { chosen, open, run, busy, error };
}
