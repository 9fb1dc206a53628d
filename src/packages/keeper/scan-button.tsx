import { View } from '@tarojs/components';
import { Icon } from '../../components/icon';
import { Tap } from '../../components/tap';
import './scan-button.scss';

/** The biggest thing on the keeper's screen. */
export function ScanButton({ busy, onTap }: { busy: boolean; onTap: () => void }) {
  return (
    <Tap className="scan-button" label="扫码" disabled={busy} onTap={onTap}>
      <Icon name="scan" tone="white" size="large" />
      <View className="scan-button-word">{busy ? '正在看' : '扫码'}</View>
      <View>扫对方手机上的取货码</View>
    </Tap>
  );
}
