import { useCallback, useRef, useState } from 'react';
import type { Contract, EnvelopeError } from '../contracts/contract';
import { type Answer, call, newCommandId } from './call';
import { isUndecided } from './trouble';

export type Command<Input, Value> = {
  run: (input: Input) => Promise<Answer<Value>>;
  busy: boolean;
  error: EnvelopeError | null;
  clearError: () => void;
};

/**
 * Does a command, once however often the button is tapped. When no answer came, doing the same
 * again keeps the command id, so that it has one effect; anything else is a new intent.
 */
export function useCommand<Input, Value>(contract: Contract<Input, Value>): Command<Input, Value> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EnvelopeError | null>(null);
  const running = useRef<Promise<Answer<Value>> | null>(null);
  const unanswered = useRef<{ body: string; commandId: string } | null>(null);

  const run = useCallback(
    (input: Input) => {
      if (running.current) return running.current;
      const body = JSON.stringify(input);
      const again = unanswered.current?.body === body ? unanswered.current : null;
      const attempt = again ?? { body, commandId: newCommandId() };
      setBusy(true);
      setError(null);
      const promise = call(contract, input, attempt.commandId).then((answer) => {
        running.current = null;
        const open = !answer.ok && isUndecided(answer.error);
        unanswered.current = open ? attempt : null;
        setBusy(false);
        setError(answer.ok ? null : answer.error);
        return answer;
      });
      running.current = promise;
      return promise;
    },
    [contract],
  );
  const clearError = useCallback(() => setError(null), []);
  return { run, busy, error, clearError };
}
