import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import type { Contract, EnvelopeError } from '../contracts/contract';
import { withProxy } from './by-proxy';
import { call } from './call';
import { type CallState, useCall } from './use-call';

type Options<Input, Value, Row> = {
  contract: Contract<Input, Value>;
  /** The question for the first page; null while it cannot be asked. */
  first: Input | null;
  rowsOf: (value: Value) => readonly Row[];
  keyOf: (row: Row) => string | number;
  /** The question for what comes after a row, of what the page it stood on said. */
  after: (row: Row, page: Value) => Input;
  /** Rows move out of this list: what was loaded further down is let go when the page returns. */
  moving?: boolean;
};

export type Pages<Value, Row> = {
  first: CallState<Value>;
  rows: readonly Row[];
  more: boolean;
  busy: boolean;
  /** Why older rows could not be loaded. */
  error: EnvelopeError | null;
  loadMore: () => Promise<void>;
};

type Later<Value, Row> = {
  below: string | number | null;
  rows: Row[];
  more: boolean;
  /** The last of the pages behind the first. */
  page: Value | null;
};

const nothingLater = { below: null, rows: [], more: false, page: null };

/** A list that is asked page by page. Rows further down hold only below the row they followed. */
export function usePages<Input, Value extends { more: boolean }, Row>(
  options: Options<Input, Value, Row>,
): Pages<Value, Row> {
  const { contract, rowsOf, keyOf, after, moving } = options;
  const first = useCall(contract, options.first);
  const [held, setLater] = useState<Later<Value, Row>>(nothingLater);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EnvelopeError | null>(null);

  useDidShow(() => {
    if (moving) setLater(nothingLater);
  });

  const firstRows = first.value ? rowsOf(first.value) : [];
  const lastOfFirst = firstRows[firstRows.length - 1];
  const below = lastOfFirst === undefined ? null : keyOf(lastOfFirst);
  // When the first page has moved on, later rows would leave a gap: they are asked again.
  const later = below !== null && held.below === below ? held : null;
  const rows = [...firstRows, ...(later?.rows ?? [])];
  const more = later ? later.more : (first.value?.more ?? false);

  const loadMore = async () => {
    const last = rows[rows.length - 1];
    const page = later?.page ?? first.value;
    if (busy || !more || last === undefined || page === null) return;
    setBusy(true);
    const answer = await call(contract, withProxy(contract, after(last, page)));
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    const { value } = answer;
    setLater({
      ...{ below, more: value.more, page: value },
      rows: [...(later?.rows ?? []), ...rowsOf(value)],
    });
  };
  return { first, rows, more, busy, error, loadMore };
}
