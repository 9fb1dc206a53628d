import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>不能开的证明</Text>
    </View>
  );
}
