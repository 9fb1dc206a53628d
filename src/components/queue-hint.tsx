import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './queue-hint.scss';

/** What a list of work is, in a sentence above it. */
export function QueueHint({ children }: { children: ReactNode }) {
  return <View className="queue-hint">{children}</View>;
}
