import { Button, Cell } from '@nutui/nutui-react-taro';
import { Input, Text, View } from '@tarojs/components';
import { useState } from 'react';

export default function Page() {
  const [name, setName] = useState('');
  const [taps, setTaps] = useState(0);
  return (
    <View>
      <View aria-role="heading" aria-label="我的资料">
        <Text>我的</Text>
      </View>
      <Input value={name} placeholder="姓名" onInput={(event) => setName(event.detail.value)} />
      <Cell title="点了几次" extra={String(taps)} />
      <Button type="primary" onClick={() => setTaps(taps + 1)}>
        点一下
      </Button>
      <Text>你好,{name}</Text>
    </View>
  );
}
