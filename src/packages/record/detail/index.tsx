import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>这条记录</Text>
    </View>
  );
}
