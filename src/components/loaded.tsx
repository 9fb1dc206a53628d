import { View } from '@tarojs/components';
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

/**
 * The four faces of everything asked from the cloud: on its way, failed, empty, there. They change
 * in a place of their own, as does the error above: Taro sends again what stands beside a change.
 */
export function Loaded<Value>({ call, lines, empty, isEmpty, children }: Props<Value>) {
  if (call.value === null) {
    const { error, reload } = call;
    return (
      <View>
        {error ? <ErrorState error={error} onRetry={reload} /> : <Skeleton lines={lines} />}
      </View>
    );
  }
  return (
    <View>
      <View>
        <ErrorNote error={call.error} />
      </View>
      {empty && isEmpty?.(call.value) ? empty : children(call.value)}
    </View>
  );
}
