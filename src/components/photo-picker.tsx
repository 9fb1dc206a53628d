import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DeviceProblem } from '../client/device-problem';
import { takePhotos } from '../client/take-photos';
import { DeviceNote } from './device-note';
import { Icon } from './icon';
import './photo-picker.scss';
import { PhotoStrip } from './photo-strip';
import { Tap } from './tap';

type Props = {
  photos: readonly string[];
  onChange: (photos: string[]) => void;
  maximum?: number;
  label?: string;
};

/** Takes or chooses photos; they are made small on the phone before anything is sent. */
export function PhotoPicker({ photos, onChange, maximum = 6, label = '拍照' }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<DeviceProblem | null>(null);
  const take = async () => {
    setBusy(true);
    setProblem(null);
    const taken = await takePhotos(maximum - photos.length);
    setBusy(false);
    setProblem(taken.problem);
    if (taken.photos.length > 0) onChange([...photos, ...taken.photos]);
  };
  const remove = (index: number) => onChange(photos.filter((_, at) => at !== index));
  return (
    <View>
      <PhotoStrip photos={photos} onRemove={remove}>
        {photos.length < maximum && (
          <Tap className="photo-picker-add" onTap={take} disabled={busy} label={label}>
            <Icon name="camera" tone="green" />
            <View className="photo-picker-word">{busy ? '请稍等' : label}</View>
          </Tap>
        )}
      </PhotoStrip>
      <DeviceNote problem={problem} onSettled={() => setProblem(null)} />
    </View>
  );
}
