import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>我家的兑换单</Text>
    </View>
  );
}
