import { View } from '@tarojs/components';
import './record-facts.scss';

/** One thing that is known of a deed: its name, and the words beside it. */
export function Fact({ name, words }: { name: string; words: string }) {
  return (
    <View className="record-fact">
      <View className="record-fact-name">{name}</View>
      <View className="record-fact-words">{words}</View>
    </View>
  );
}
