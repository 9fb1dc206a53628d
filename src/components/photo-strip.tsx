import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { Icon } from './icon';
import './photo-strip.scss';
import { Tap } from './tap';

type Props = {
  photos: readonly string[];
  onRemove?: (index: number) => void;
  /** After the last photo: the tile that adds one. */
  children?: ReactNode;
};

/** Not every client opens every photo, and one on this phone may be gone. */
async function open(photos: readonly string[], photo: string): Promise<void> {
  try {
    await Taro.previewImage({ current: photo, urls: [...photos] });
  } catch {
    Taro.showToast({ title: '这张照片打不开。', icon: 'none' });
  }
}

/** One that does not load says so: an empty square would look like a photo still on its way. */
function Thumbnail({ photo }: { photo: string }) {
  const [broken, setBroken] = useState(false);
  if (broken) return <View className="photo-strip-broken">打不开</View>;
  return (
    <Image
      className="photo-strip-photo"
      src={photo}
      mode="aspectFill"
      onError={() => setBroken(true)}
    />
  );
}

/** Square thumbnails that open large. */
export function PhotoStrip({ photos, onRemove, children }: Props) {
  // By place: an address may change while the photo is the same, and would be loaded anew.
  const tiles = photos.map((photo, index) => ({ photo, index, place: `photo ${index}` }));
  return (
    <View className="photo-strip">
      {tiles.map(({ photo, index, place }) => (
        <View key={place} className="photo-strip-tile">
          <Tap
            className="photo-strip-open"
            label={`看第${index + 1}张照片`}
            onTap={() => open(photos, photo)}
          >
            <Thumbnail photo={photo} />
          </Tap>
          {onRemove && (
            <Tap
              className="photo-strip-remove"
              label={`去掉第${index + 1}张照片`}
              onTap={() => onRemove(index)}
            >
              <View className="photo-strip-cross">
                <Icon name="cross" tone="white" />
              </View>
            </Tap>
          )}
        </View>
      ))}
      {children}
    </View>
  );
}
