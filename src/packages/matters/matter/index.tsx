import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>事项</Text>
    </View>
  );
}
