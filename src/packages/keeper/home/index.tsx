import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>核销</Text>
    </View>
  );
}
