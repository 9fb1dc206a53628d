import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { PhotoStrip } from '../../../components/photo-strip';
import { PointsNumber } from '../../../components/points-number';
import { householdOf } from '../../../components/record-line';
import { lookOf } from '../../../components/record-look';
import { StateTag } from '../../../components/state-tag';
import type { ValueOf } from '../../../contracts/contract';
import type { readRecord } from '../../../contracts/records';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { keptSinceMs, retentionDays } from '../../../domain/people/retention';
import { fallInWords } from '../../../domain/scheme/fall';
import { sameDayInWords } from '../../../domain/scheme/same-deed';
import { Fact } from './fact';
import { lastingAddresses } from './lasting-addresses';
import './record-facts.scss';

export type FullRecord = ValueOf<typeof readRecord>;
type Location = NonNullable<FullRecord['location']>;

function placeInWords({ latitude, longitude, accuracyMetres }: Location): string {
  const north = `${latitude < 0 ? '南' : '北'}纬 ${Math.abs(latitude).toFixed(4)}°`;
  const east = `${longitude < 0 ? '西' : '东'}经 ${Math.abs(longitude).toFixed(4)}°`;
  return `${north},${east},误差约 ${Math.round(accuracyMetres)} 米`;
}

/** Whoever decides on an old record must know why nothing shows it. */
function noPhotos({ timeline, photosHidden }: FullRecord): string {
  if (photosHidden) return '有,只给本户和核对、评议的人看';
  const recordedAtMs = timeline[0]?.atMs ?? Date.now();
  const isOld = recordedAtMs < keptSinceMs('evidence', Date.now());
  return isOld ? `照片、说明和位置只留 ${retentionDays.evidence} 天,现在已经没有了` : '没有';
}

/** What was done, by which rule it counts, and what shows it. */
export function RecordFacts({ full }: { full: FullRecord }) {
  const { record, note, location, levelName, photos, standardText, schemeVersion } = full;
  const { tone, icon } = lookOf(record.state);
  const repeated = sameDayInWords(full.sameDay);
  const day = dayInWords(record.day, dayOf(Date.now()));
  return (
    <>
      <Card>
        <View className="record-facts-head">
          <View className="record-facts-name">{record.itemName}</View>
          <PointsNumber points={record.points} signed size="large" />
        </View>
        <StateTag tone={tone} icon={icon} word={record.stateLabel} />
        <View className="record-facts-next">{record.next}</View>
      </Card>
      {repeated !== null && <Card tone="red">{repeated}看清是不是同一件。</Card>}
      <Card>
        <Fact name="哪一户" words={householdOf(record)} />
        <Fact name="哪天" words={day} />
        {levelName && <Fact name="档次" words={levelName} />}
        <Fact name="怎么算" words={`${standardText}(评分办法第 ${schemeVersion} 版)`} />
        <Fact name="分怎么落" words={fallInWords({ ...record, honour: record.points })} />
        <Fact name="谁报的" words={record.byCadre ? '干部现场记的' : '本户申报的'} />
        {note && <Fact name="说明" words={note} />}
        {location && <Fact name="位置" words={placeInWords(location)} />}
        {photos.length > 0 ? (
          <View className="record-facts-photos">
            <PhotoStrip photos={lastingAddresses(record.recordId, photos, Date.now())} />
          </View>
        ) : (
          <Fact name="照片" words={noPhotos(full)} />
        )}
      </Card>
    </>
  );
}
