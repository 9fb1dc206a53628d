import { Image, ScrollView, View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '../../../components/aria';
import { Icon } from '../../../components/icon';
import { Tap } from '../../../components/tap';
import './chart-zoom.scss';

type Props = {
  source: string;
  /** Of the drawing, in its own units. */
  width: number;
  height: number;
  name: string;
  onClose: () => void;
};

/** Width of the picture in parts of the screen's width. */
const smallest = 1;
const largest = 5;
const step = 0.75;
/** A chart this wide is readable at the width of the screen. */
const unitsPerScreen = 360;

/**
 * The chart over the whole screen, larger and smaller by buttons and moved by the finger. WeChat's
 * own picture viewer shows no SVG.
 */
export function ChartZoom({ source, width, height, name, onClose }: Props) {
  const fitting = Math.min(largest, Math.max(smallest, width / unitsPerScreen));
  const [scale, setScale] = useState(fitting);
  const zoom = (by: number) =>
    setScale((before) => Math.min(largest, Math.max(smallest, before + by)));
  return (
    <View className="chart-zoom" {...aria('dialog', `${name}的流程图`)}>
      <ScrollView className="chart-zoom-room" scrollX scrollY enhanced showScrollbar={false}>
        <Image
          className="chart-zoom-image"
          src={source}
          style={{ width: `${scale * 100}vw`, height: `${(scale * 100 * height) / width}vw` }}
        />
      </ScrollView>
      <View className="chart-zoom-buttons">
        <Tap className="chart-zoom-button" label="缩小" onTap={() => zoom(-step)}>
          <Icon name="minus" tone="text" />
        </Tap>
        <Tap className="chart-zoom-button" label="放大" onTap={() => zoom(step)}>
          <Icon name="plus" tone="text" />
        </Tap>
        <Tap className="chart-zoom-close" onTap={onClose}>
          看完了
        </Tap>
      </View>
    </View>
  );
}
