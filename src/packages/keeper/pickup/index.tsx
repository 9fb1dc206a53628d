import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>交货</Text>
    </View>
  );
}
