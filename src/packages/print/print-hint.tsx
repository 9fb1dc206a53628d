import { View } from '@tarojs/components';
import './print-hint.scss';

/** What somebody should know before, said quietly below the choices. */
export function PrintHint({ text }: { text: string }) {
  return <View className="print-hint">{text}</View>;
}
