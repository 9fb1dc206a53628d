import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>评议与公示</Text>
    </View>
  );
}
