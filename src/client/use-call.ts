import { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Contract, EnvelopeError } from '../contracts/contract';
import { withProxy } from './by-proxy';
import { call } from './call';
import { whilePulledDown } from './pull-down';
import { useSession } from './session';
import { unlessSame } from './unless-same';

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
  // Asked anew for whom one acts for.
  useSession((session) => contract.byProxy && session.proxy?.proxyId);
  const key = input === null ? null : JSON.stringify(withProxy(contract, input));
  const [held, setHeld] = useState<Held<Value>>({ key: null, value: null, error: null });
  const wanted = useRef(key);
  /** How often it was asked, and the latest of these questions that has an answer. */
  const asked = useRef(0);
  const answered = useRef(0);
  /** Not of one that was asked before the page was hidden: WeChat may have cut it off. */
  const underWay = useRef(false);

  const reload = useCallback(async () => {
    if (key === null) return;
    asked.current += 1;
    const question = asked.current;
    underWay.current = true;
    const answer = await call(contract, JSON.parse(key) as Input);
    const last = question === asked.current;
    if (last) underWay.current = false;
    // A slow answer to an earlier question must not replace the one now asked, and that an
    // earlier one failed is not worth a word once it is asked anew.
    if (wanted.current !== key || question < answered.current || !(last || answer.ok)) return;
    answered.current = question;
    setHeld((before) => {
      const known = before.key === key ? before.value : null;
      if (!answer.ok) return { key, value: known, error: answer.error };
      const value = unlessSame(known, answer.value);
      return value === known && before.error === null ? before : { key, value, error: null };
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
    if (!underWay.current) reload();
  });
  useDidHide(() => {
    underWay.current = false;
  });
  usePullDownRefresh(() => whilePulledDown(reload()));

  const current = held.key === key && key !== null ? held : null;
  const value = current?.value ?? null;
  const error = current?.error ?? null;
  const state = value !== null ? 'ready' : error ? 'failed' : 'loading';
  return { state, value, error, reload };
}
