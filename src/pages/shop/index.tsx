import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>超市</Text>
    </View>
  );
}
