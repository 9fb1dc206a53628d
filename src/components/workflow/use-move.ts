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
  const run = async (reason: string) => {
    if (!chosen || busy) return;
    const answer = await once(`${chosen.key} ${subjectId} ${reason}`, (commandId) =>
      chosen.send(subjectId, reason, commandId),
    );
    if (!answer.ok) return;
    choose(null);
    onMoved(answer.value.state);
  };
  return { chosen, open, run, busy, error };
}
