import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { type DeviceProblem, problemOf } from '../../../client/device-problem';
import { DeviceNote } from '../../../components/device-note';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import type { DeedDraft } from './deed';
import './location-choice.scss';

type Props = {
  location: DeedDraft['location'];
  onChange: (location: DeedDraft['location']) => void;
};

type Found = { location: DeedDraft['location']; problem: DeviceProblem | null };

/** One fix of the phone's position. A build without location has not even the call. */
async function findLocation(): Promise<Found> {
  if (process.env.TARO_APP_LOCATION !== 'on') return { location: null, problem: null };
  try {
    const { latitude, longitude, accuracy } = await Taro.getLocation({ type: 'gcj02' });
    const accuracyMetres = Math.min(Math.max(accuracy || 0, 0), 100_000);
    return { location: { latitude, longitude, accuracyMetres }, problem: null };
  } catch (error) {
    return { location: null, problem: problemOf(error, '定位', '没找到位置。到开阔的地方再点。') };
  }
}

/** Off unless tapped: where somebody was is theirs to say (PIPL art. 28). */
export function LocationChoice({ location, onChange }: Props) {
  const [finding, setFinding] = useState(false);
  const [problem, setProblem] = useState<DeviceProblem | null>(null);
  const tap = async () => {
    setProblem(null);
    if (location) {
      onChange(null);
      return;
    }
    setFinding(true);
    const found = await findLocation();
    setFinding(false);
    setProblem(found.problem);
    onChange(found.location);
  };
  const words = location ? '已加上位置' : finding ? '正在找位置' : '加上位置';
  return (
    <View>
      <Tap
        className={location ? 'location location-on' : 'location'}
        disabled={finding}
        selected={location !== null}
        onTap={tap}
      >
        <Icon name={location ? 'check' : 'pin'} tone="green" />
        <View className="location-words">{words}</View>
        {location && <View className="location-off">去掉</View>}
      </Tap>
      <DeviceNote problem={problem} instead="不加也可以交。" onSettled={() => setProblem(null)} />
    </View>
  );
}
