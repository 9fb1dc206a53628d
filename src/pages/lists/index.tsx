import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>清单</Text>
    </View>
  );
}
