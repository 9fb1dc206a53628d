import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>积分</Text>
    </View>
  );
}
