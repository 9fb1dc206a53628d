import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>兑换单</Text>
    </View>
  );
}
