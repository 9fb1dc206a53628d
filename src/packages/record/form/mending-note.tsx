import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import type { Mending } from './use-mending';

/** Why it was not taken in, above the form that mends it. */
export function MendingNote({ mending }: { mending: Mending | null }) {
  const reason = mending?.item.error?.message;
  return (
    <View>{reason !== undefined && <Card tone="red">上次没收下:{reason}改好再交。</Card>}</View>
  );
}
