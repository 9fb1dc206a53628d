import { View } from '@tarojs/components';
import { useState } from 'react';
import { takePhotos } from '../client/photos';
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
  const take = async () => {
    setBusy(true);
    const taken = await takePhotos(maximum - photos.length);
    setBusy(false);
    if (taken.length > 0) onChange([...photos, ...taken]);
  };
  const remove = (index: number) => onChange(photos.filter((_, at) => at !== index));
  return (
    <PhotoStrip photos={photos} onRemove={remove}>
      {photos.length < maximum && (
        <Tap className="photo-picker-add" onTap={take} disabled={busy} label={label}>
          <Icon name="camera" tone="green" />
          <View className="photo-picker-word">{busy ? '请稍等' : label}</View>
        </Tap>
      )}
    </PhotoStrip>
  );
}
