import { View } from '@tarojs/components';
import { openPage } from '../../../client/open-page';
import { Card } from '../../../components/card';
import { Line } from '../../../components/line';
import { StateTag } from '../../../components/state-tag';
import { inGroups } from '../../../domain/documents/check-code';
import { dayInWords, yearOf } from '../../../domain/kernel/time';
import { type Found, kindWords, stateWords } from './found-words';

const fillIn = (villageId: string, checkCode: string) =>
  `/packages/record/together/index?villageId=${villageId}&checkCode=${checkCode}`;

/** What a check code belongs to, to be read out to whoever holds the paper. */
export function FoundCard({ found }: { found: Found }) {
  const { document, villageName, day, of, checkCode, sheet } = found;
  const { word, tone, note } = stateWords(found);
  const printed = `${yearOf(day)}年${dayInWords(day)}第一次印的`;
  return (
    <Card flush>
      <Line
        title={`${villageName}${kindWords[document]}`}
        note={
          <>
            {of && <View>{of}</View>}
            <View>{printed}</View>
            <View>报码 {inGroups(checkCode)},是这里印的</View>
          </>
        }
      />
      <Line title={<StateTag tone={tone} word={word} />} note={note} />
      {sheet && (
        <Line
          icon="check"
          title="照这张单子记"
          note="一件事记一次,先给单子拍张照。"
          onTap={() => openPage(fillIn(sheet.villageId, checkCode))}
        />
      )}
    </Card>
  );
}
