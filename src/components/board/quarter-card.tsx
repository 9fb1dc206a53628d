import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../client/session';
import type { ValueOf } from '../../contracts/contract';
import type { readBoard } from '../../contracts/records';
import { doneInWords } from '../../domain/people/proxy-words';
import { Card } from '../card';
import { quarterInWords } from '../days';
import { Tap } from '../tap';
import './quarter-card.scss';

type Board = ValueOf<typeof readBoard>;

function Figure({ value, unit, word }: { value: number; unit: string; word: string }) {
  return (
    <View className="quarter-figure">
      <View className="quarter-value">
        {value}
        {unit}
      </View>
      <View className="quarter-word">{word}</View>
    </View>
  );
}

type FieldPoints = Board['byField'][number];

/** Its points in words, and as a part of the field that has most where that is drawn. */
function FieldLine({ field, most, drawn }: { field: FieldPoints; most: number; drawn: boolean }) {
  return (
    <View className="quarter-field">
      <View className="quarter-field-words">
        <View>{field.name}</View>
        <View className="quarter-field-points">{field.points} 分</View>
      </View>
      {drawn && (
        <View className="quarter-bar">
          <View
            className="quarter-bar-filled"
            style={{ width: `${Math.round((field.points / most) * 100)}%` }}
          />
        </View>
      )}
    </View>
  );
}

/** By field; in large type the words alone, and the drawing by a tap. */
function Fields({ byField }: Pick<Board, 'byField'>) {
  const elder = useSession((session) => session.elder);
  const [asked, ask] = useState(false);
  const fields = byField.filter((field) => field.points > 0);
  const most = Math.max(1, ...fields.map((field) => field.points));
  return (
    // A place of its own: what is drawn by a tap sends nothing of the card around it.
    <View>
      {fields.map((field) => (
        <FieldLine key={field.fieldId} field={field} most={most} drawn={!elder || asked} />
      ))}
      {elder && fields.length > 0 && (
        <Tap className="quarter-look" onTap={() => ask(!asked)}>
          {asked ? '收起图' : '看图'}
        </Tap>
      )}
    </View>
  );
}

/** Who has no phone is helped, and that is counted in the open. */
function helpedInWords({ visits, ...done }: Board['quarter']['helped']): string {
  const what = doneInWords(done);
  return `没带手机的户,村里代办 ${visits} 次${what && `:${what}`}`;
}

/** What the quarter came to, in whole numbers, and in which of the eight fields. */
export function QuarterCard({ board: { quarter, byField, schemeVersion } }: { board: Board }) {
  return (
    <Card>
      <View className="quarter-name">{quarterInWords(quarter.name)}</View>
      <View className="quarter-figures">
        <Figure value={quarter.pointsIssued} unit="分" word="已入账" />
        <Figure value={quarter.householdsWithPoints} unit="户" word={`共${quarter.households}户`} />
        <Figure value={quarter.redeemed} unit="分" word="换了货" />
      </View>
      <Fields byField={byField} />
      {quarter.helped.visits > 0 && (
        <View className="quarter-word">{helpedInWords(quarter.helped)}</View>
      )}
      {quarter.reversed > 0 && (
        <View className="quarter-word">记错了、两人核对后更正 {quarter.reversed} 条</View>
      )}
      <View className="quarter-word">按第 {schemeVersion} 版评分办法计分</View>
    </Card>
  );
}
