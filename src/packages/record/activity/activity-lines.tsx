import { View } from '@tarojs/components';
import { openRecord } from '../../../components/record-line';
import { SectionHead } from '../../../components/section-head';
import { unevenInWords } from '../../../domain/scheme/fall';
import { type Tile, TileGrid } from '../tiles/tile-grid';
import { type ActivityLine, repeatOf, wordsOf } from './together-step';

const tileOf = (line: ActivityLine): Tile => {
  const note = [line.stateLabel, unevenInWords(line), repeatOf(line)].filter(Boolean).join(' · ');
  return { id: line.recordId, words: wordsOf(line), note };
};

/** Each household with where it stands; a tap opens its own record. */
export function ActivityLines({ lines }: { lines: readonly ActivityLine[] }) {
  return (
    <View>
      <SectionHead title="哪些户" extra={`${lines.length} 户`} />
      <TileGrid tiles={lines.map(tileOf)} onOpen={openRecord} />
    </View>
  );
}
