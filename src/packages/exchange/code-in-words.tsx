import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Tap } from '../../components/tap';
import './code-in-words.scss';

/** For a shop whose device cannot scan: the code as a text to send, no longer good than it. */
export function CodeInWords({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Tap className="code-in-words-open" onTap={() => setOpen(true)}>
        店里扫不了码
      </Tap>
    );
  }
  return (
    <View className="code-in-words">
      <View>长按下面的文字,复制,用微信发给店里,一分钟内有用。</View>
      <Text className="code-in-words-text" selectable userSelect>
        {text}
      </Text>
    </View>
  );
}
