import { View } from '@tarojs/components';
import { Chips } from '../../../components/chips';
import { FormPart } from '../../../components/form-part';
import { NoteField } from '../../../components/note-field';
import { TileGrid } from '../tiles/tile-grid';
import { repeatOf, wordsOf } from './together-step';
import type { Decision } from './use-decision';

const reasons = ['没有来', '日子不对', '没有这件事', '已经记过了'];
const choices = reasons.map((words) => ({ id: words, label: words }));

/** Why some are not agreed to, then which; all the others are. */
export function TakingOut({ decision }: { decision: Decision }) {
  const { open, out, toggle, reason, setReason } = decision;
  const tiles = open.map((line) => {
    const note = repeatOf(line) ?? undefined;
    return { id: line.recordId, words: wordsOf(line), note };
  });
  return (
    <View>
      <FormPart label="为什么不同意" hint="这几户会看到原因。">
        <Chips choices={choices} chosen={reason} onChoose={setReason} />
        <NoteField label="原因" value={reason} onInput={setReason} placeholder="写一句就行" />
      </FormPart>
      <View className="activity-hint">点不同意的户,没点的都同意。</View>
      <TileGrid tiles={tiles} ticking={{ chosen: out, meaning: 'out', onToggle: toggle }} />
    </View>
  );
}
