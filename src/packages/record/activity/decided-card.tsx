import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { Line } from '../../../components/line';
import { SectionHead } from '../../../components/section-head';
import { type FullActivity, wordsOf } from './together-step';
import type { Decided } from './use-decision';

/** How many were decided which way, and which are left for somebody else, and why. */
export function DecidedCard({ decided, full }: { decided: Decided; full: FullActivity }) {
  const { agreed, refused, left } = decided;
  const lineOf = new Map(full.lines.map((line) => [line.recordId, line]));
  const words = [
    agreed > 0 ? [`同意了 ${agreed} 户`] : [],
    refused > 0 ? [`没同意 ${refused} 户`] : [],
  ].flat();
  return (
    <>
      <Card flush tone="green">
        <Line icon="check" title={words.join(',')} note={full.next ?? undefined} />
      </Card>
      {left.length > 0 && (
        <View>
          <SectionHead title="留给别人办的" extra={`${left.length} 户`} />
          <Card flush>
            {left.map(({ recordId, message }) => {
              const line = lineOf.get(recordId);
              return (
                <Line
                  key={recordId}
                  icon="warning"
                  title={line ? wordsOf(line) : '本村一户'}
                  note={message}
                />
              );
            })}
          </Card>
        </View>
      )}
    </>
  );
}
