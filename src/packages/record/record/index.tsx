import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>现场记分</Text>
    </View>
  );
}
