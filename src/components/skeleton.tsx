import { View } from '@tarojs/components';
import './skeleton.scss';

/** Stands where lines will be while they are on their way. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <View aria-label="正在打开">
      {Array.from({ length: lines }, (_, index) => index).map((index) => (
        <View key={index} className="skeleton-card">
          <View className="skeleton-bar" />
          <View className="skeleton-bar skeleton-bar-short" />
        </View>
      ))}
    </View>
  );
}
