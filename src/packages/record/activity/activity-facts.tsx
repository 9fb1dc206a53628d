import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { PhotoStrip } from '../../../components/photo-strip';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { Fact } from '../detail/fact';
import '../detail/record-facts.scss';
import type { FullActivity } from './together-step';

/** What they did together, what shows it, and what comes next. */
export function ActivityFacts({ full }: { full: FullActivity }) {
  const { itemName, day, lines, next, standardText, note, photos, leftOut } = full;
  const noPhotos = full.evidenceHidden ? '有,核对的人看过了,不给别人看' : '没有';
  const today = dayOf(Date.now());
  return (
    <>
      <Card>
        <View className="record-facts-name">{itemName}</View>
        <View>
          {dayInWords(day, today)} · {lines.length} 户
        </View>
        {next !== null && <View className="record-facts-next">{next}</View>}
      </Card>
      <Card>
        <Fact name="怎么算" words={standardText} />
        {note !== null && <Fact name="说明" words={note} />}
        {leftOut > 0 && <Fact name="没记上" words={`${leftOut} 户,记的时候说了原因`} />}
        {photos.length > 0 ? (
          <View className="record-facts-photos">
            <PhotoStrip photos={photos} />
          </View>
        ) : (
          <Fact name="照片" words={noPhotos} />
        )}
      </Card>
    </>
  );
}
