import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import type { ToldBefore } from './use-again';
import type { Mending } from './use-mending';

type Props = { mending: Mending | null; again: ToldBefore | null };

function wordsOf({ mending, again }: Props): string | null {
  const reason = mending?.item.error?.message;
  if (reason !== undefined) return `上次没收下:${reason}改好再交。`;
  return again && `上次那一条:${again.reason}改好再交,照片要重新拍。`;
}

/** Why something is told once more, above its form. */
export function WhyAgain(props: Props) {
  const words = wordsOf(props);
  return <View>{words !== null && <Card tone="red">{words}</Card>}</View>;
}
