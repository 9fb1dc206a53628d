import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>没上传的</Text>
    </View>
  );
}
