import { View } from '@tarojs/components';
import type { DeviceProblem } from '../client/device-problem';
import { openSettings } from '../client/device-settings';
import { aria } from './aria';
import './device-note.scss';
import { Tap } from './tap';

type Props = {
  problem: DeviceProblem | null;
  /** What can be done without it. */
  instead?: string;
  /** They have been to the settings: what stood here may be over. */
  onSettled: () => void;
};

/** Why the phone did not do it; where a permission is missing, the way to give it. */
export function DeviceNote({ problem, instead = '', onSettled }: Props) {
  if (!problem) return null;
  const { message, settings } = problem;
  const open = async () => {
    await openSettings(settings);
    onSettled();
  };
  return (
    <View className="device-note" {...aria('alert')}>
      <View className="device-note-text">
        {message}
        {instead}
      </View>
      {settings && process.env.TARO_ENV === 'weapp' && (
        <Tap className="device-note-settings" onTap={open}>
          去设置
        </Tap>
      )}
    </View>
  );
}
