import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>户码</Text>
    </View>
  );
}
