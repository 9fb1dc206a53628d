import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>加入申请</Text>
    </View>
  );
}
