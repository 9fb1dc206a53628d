import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>公示</Text>
    </View>
  );
}
