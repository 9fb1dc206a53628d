import Taro from '@tarojs/taro';
import { Line } from './line';

const hotline = '12345';

/** Every installation needs a way to ask and complain that does not lead back to the village. */
export function HotlineLine({ title }: { title: string }) {
  return (
    <Line
      icon="phone"
      title={`${title} ${hotline}`}
      note="政府热线,不用经过村里"
      onTap={() => Taro.makePhoneCall({ phoneNumber: hotline }).catch(() => undefined)}
    />
  );
}
