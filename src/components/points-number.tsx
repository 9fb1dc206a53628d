import { Text, View } from '@tarojs/components';
import { classes } from './classes';
import './points-number.scss';

type Props = {
  points: number;
  /** `+3` and `−3`: for what comes in or goes out. */
  signed?: boolean;
  size?: 'body' | 'large';
  /** The colour of a purse: spendable points are gold. */
  tone?: 'gold' | 'honour' | 'text';
};

/** `+3`, `−3`, with a true minus sign; without a sign `86`. */
export function pointsInWords(points: number, signed = false): string {
  const size = String(Math.abs(points));
  if (points < 0) return `−${size}`;
  return signed ? `+${size}` : size;
}

/** A number of points with its unit. */
export function PointsNumber({ points, signed, size = 'body', tone = 'gold' }: Props) {
  return (
    <View className={classes('points-number', `points-number-${size}`, `points-number-${tone}`)}>
      <Text className="points-number-figure">{pointsInWords(points, signed)}</Text>
      <Text className="points-number-unit">分</Text>
    </View>
  );
}
