import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import './photo-strip.scss';
import { Tap } from './tap';

type Props = {
  photos: readonly string[];
  onRemove?: (index: number) => void;
  /** After the last photo: the tile that adds one. */
  children?: ReactNode;
};

/** Square thumbnails that open large. */
export function PhotoStrip({ photos, onRemove, children }: Props) {
  return (
    <View className="photo-strip">
      {photos.map((photo, index) => (
        <View key={photo} className="photo-strip-tile">
          <Tap
            className="photo-strip-open"
            label={`看第${index + 1}张照片`}
            onTap={() => Taro.previewImage({ current: photo, urls: [...photos] })}
          >
            <Image className="photo-strip-photo" src={photo} mode="aspectFill" />
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
