import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>记一件好事</Text>
    </View>
  );
}
