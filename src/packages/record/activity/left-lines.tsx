import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { Line } from '../../../components/line';
import { SectionHead } from '../../../components/section-head';
import { type FullActivity, wordsOf } from './together-step';
import type { Decided } from './use-decision';

type Props = { title: string; left: Decided['left']; full: FullActivity };

/** Which households were left as they were, and why; nothing where none was. */
export function LeftLines({ title, left, full }: Props) {
  if (left.length === 0) return null;
  const lineOf = new Map(full.lines.map((line) => [line.recordId, line]));
  return (
    <View>
      <SectionHead title={title} extra={`${left.length} 户`} />
      <Card flush>
        {left.map(({ recordId, message }) => {
          const line = lineOf.get(recordId);
          const words = line ? wordsOf(line) : '本村一户';
          return <Line key={recordId} icon="warning" title={words} note={message} />;
        })}
      </Card>
    </View>
  );
}
