import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../client/call';
import type { EnvelopeError } from '../../contracts/contract';

export type Walk<So> = {
  state: 'still' | 'looking' | 'done' | 'failed';
  /** What was looked through so far. */
  so: So;
  error: EnvelopeError | null;
  start: () => void;
};

/** What one answer adds, and the next question; null where there is nothing more to ask. */
type Step<So, Input> = { so: So; next: Input | null };

/**
 * Asks one question after the other until there is nothing more to look through. A page that is
 * left asks no further; what failed goes on with the question it failed at.
 */
export function useWalk<Input, Value, So>(options: {
  first: Input;
  empty: So;
  /** Begins by itself, when the page opens. */
  atOnce?: boolean;
  ask: (input: Input) => Promise<Answer<Value>>;
  stepOf: (so: So, value: Value) => Step<So, Input>;
}): Walk<So> {
  const { first, empty, atOnce = false, ask, stepOf } = options;
  type Held = { state: Walk<So>['state']; so: So; at: Input; error: EnvelopeError | null };
  const [held, setHeld] = useState<Held>({ state: 'still', so: empty, at: first, error: null });
  const isThere = useRef(true);

  async function goOn(so: So, at: Input): Promise<void> {
    setHeld({ state: 'looking', so, at, error: null });
    const answer = await ask(at);
    if (!isThere.current) return;
    if (!answer.ok) {
      setHeld({ state: 'failed', so, at, error: answer.error });
      return;
    }
    const step = stepOf(so, answer.value);
    if (step.next === null) setHeld({ state: 'done', so: step.so, at: first, error: null });
    else await goOn(step.so, step.next);
  }

  const isOver = held.state === 'failed';
  const start = () => void goOn(isOver ? held.so : empty, isOver ? held.at : first);
  const begin = useRef(atOnce ? start : null);
  useEffect(() => {
    isThere.current = true;
    begin.current?.();
    begin.current = null;
    return () => {
      isThere.current = false;
    };
  }, []);
  return { state: held.state, so: held.so, error: held.error, start };
}
