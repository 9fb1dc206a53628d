import { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Contract, EnvelopeError } from '../contracts/contract';
import { call } from './call';
import { stopPullDown } from './pull-down';

export type CallState<Value> = {
  /** `ready` stays while it is asked again, so that a list never flickers away. */
  state: 'loading' | 'ready' | 'failed';
  value: Value | null;
  /** Also set beside an older value when asking again failed. */
  error: EnvelopeError | null;
  reload: () => Promise<void>;
};

type Held<Value> = { key: string | null; value: Value | null; error: EnvelopeError | null };

/**
 * Asks a query and keeps its answer; asks again when the input changes, when the page is shown
 * again and when it is pulled down.
 * @param input null while it is not known yet what to ask: stays `loading` and asks nothing
 */
export function useCall<Input, Value>(
  contract: Contract<Input, Value>,
  input: Input | null,
): CallState<Value> {
  const key = input === null ? null : JSON.stringify(input);
  const [held, setHeld] = useState<Held<Value>>({ key: null, value: null, error: null });
  const wanted = useRef(key);
  const asking = useRef<string | null>(null);

  const reload = useCallback(async () => {
    if (key === null) return;
    asking.current = key;
    const answer = await call(contract, JSON.parse(key) as Input);
    if (asking.current === key) asking.current = null;
    // A slow answer to an earlier question must not replace the one now asked.
    if (wanted.current !== key) return;
    setHeld((before) => {
      if (answer.ok) return { key, value: answer.value, error: null };
      return { key, value: before.key === key ? before.value : null, error: answer.error };
    });
  }, [contract, key]);

  useEffect(() => {
    wanted.current = key;
    reload();
    return () => {
      wanted.current = null;
    };
  }, [key, reload]);

  useDidShow(() => {
    // A page that opens is shown while its first question is under way. Counting shows instead
    // would miss the first return to a page whose list was mounted after it had been shown.
    if (asking.current !== key) reload();
  });
  usePullDownRefresh(() => {
    reload().then(stopPullDown);
  });

  const current = held.key === key && key !== null ? held : null;
  const value = current?.value ?? null;
  const error = current?.error ?? null;
  const state = value !== null ? 'ready' : error ? 'failed' : 'loading';
  return { state, value, error, reload };
}
