import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>进货与盘点</Text>
    </View>
  );
}
