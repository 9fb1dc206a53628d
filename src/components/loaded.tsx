import type { ReactNode } from 'react';
import type { CallState } from '../client/use-call';
import { ErrorNote, ErrorState } from './error-state';
import { Skeleton } from './skeleton';

type Props<Value> = {
  call: CallState<Value>;
  /** Cards shown while loading. */
  lines?: number;
  /** What stands here when `isEmpty` holds: an `EmptyState`. */
  empty?: ReactNode;
  isEmpty?: (value: Value) => boolean;
  children: (value: Value) => ReactNode;
};

/** The four faces of everything asked from the cloud: on its way, failed, empty, there. */
export function Loaded<Value>({ call, lines, empty, isEmpty, children }: Props<Value>) {
  if (call.value === null) {
    if (call.error) return <ErrorState error={call.error} onRetry={call.reload} />;
    return <Skeleton lines={lines} />;
  }
  return (
    <>
      <ErrorNote error={call.error} />
      {empty && isEmpty?.(call.value) ? empty : children(call.value)}
    </>
  );
}
