import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Icon } from '../../components/icon';
import { Tap } from '../../components/tap';
import type { DeedDraft } from './deed';
import './location-choice.scss';

type Props = {
  location: DeedDraft['location'];
  onChange: (location: DeedDraft['location']) => void;
};

/** One fix of the phone's position; null where it is not allowed or not found. */
async function findLocation(): Promise<DeedDraft['location']> {
  try {
    const { latitude, longitude, accuracy } = await Taro.getLocation({ type: 'gcj02' });
    const accuracyMetres = Math.min(Math.max(accuracy || 0, 0), 100_000);
    return { latitude, longitude, accuracyMetres };
  } catch {
    return null;
  }
}

/** Off unless tapped: where somebody was is theirs to say (PIPL art. 28). */
export function LocationChoice({ location, onChange }: Props) {
  const [state, setState] = useState<'idle' | 'finding' | 'not-found'>('idle');
  const tap = async () => {
    if (location) {
      onChange(null);
      return;
    }
    setState('finding');
    const found = await findLocation();
    setState(found ? 'idle' : 'not-found');
    onChange(found);
  };
  const words = location ? '已加上位置' : state === 'finding' ? '正在找位置' : '加上位置';
  return (
    <View>
      <Tap
        className={location ? 'location location-on' : 'location'}
        disabled={state === 'finding'}
        selected={location !== null}
        onTap={tap}
      >
        <Icon name={location ? 'check' : 'pin'} tone="green" />
        <View className="location-words">{words}</View>
        {location && <View className="location-off">去掉</View>}
      </Tap>
      {state === 'not-found' && !location && (
        <View className="location-note">没找到位置。不加也可以交。</View>
      )}
    </View>
  );
}
