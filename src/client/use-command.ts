import { useCallback, useRef, useState } from 'react';
import type { Contract, EnvelopeError } from '../contracts/contract';
import { withProxy } from './by-proxy';
import { type Answer, call, newCommandId } from './call';
import { isUndecided } from './trouble';

export type Command<Input, Value> = {
  run: (input: Input) => Promise<Answer<Value>>;
  busy: boolean;
  error: EnvelopeError | null;
  clearError: () => void;
};

/**
 * Sends one command, once however often the button is tapped. When no answer came, the same body
 * again keeps the command id, so that it has one effect; any other is a new intent.
 */
export function useOnce<Value>() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EnvelopeError | null>(null);
  const running = useRef<Promise<Answer<Value>> | null>(null);
  const unanswered = useRef<{ body: string; commandId: string } | null>(null);

  const run = useCallback((body: string, send: (commandId: string) => Promise<Answer<Value>>) => {
    if (running.current) return running.current;
    const again = unanswered.current?.body === body ? unanswered.current : null;
    const attempt = again ?? { body, commandId: newCommandId() };
    setBusy(true);
    setError(null);
    const promise = send(attempt.commandId).then((answer) => {
      running.current = null;
      const open = !answer.ok && isUndecided(answer.error);
      unanswered.current = open ? attempt : null;
      setBusy(false);
      setError(answer.ok ? null : answer.error);
      return answer;
    });
    running.current = promise;
    return promise;
  }, []);
  const clearError = useCallback(() => setError(null), []);
  return { run, busy, error, clearError };
}

/** Does the command of a contract, as `useOnce` does. */
export function useCommand<Input, Value>(contract: Contract<Input, Value>): Command<Input, Value> {
  const { run: once, ...rest } = useOnce<Value>();
  const run = useCallback(
    (input: Input) => {
      const said = withProxy(contract, input);
      return once(JSON.stringify(said), (commandId) => call(contract, said, commandId));
    },
    [contract, once],
  );
  return { run, ...rest };
}
