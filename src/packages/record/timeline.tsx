import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import type { ValueOf } from '../../contracts/contract';
import type { readRecord } from '../../contracts/points';
import { dayInWords, dayOf } from '../../domain/kernel/time';
import './timeline.scss';

type Step = ValueOf<typeof readRecord>['timeline'][number];

/** Everything that happened to a record, and what comes next. */
export function Timeline({ steps, next }: { steps: readonly Step[]; next: string | null }) {
  const today = dayOf(Date.now());
  return (
    <Card>
      {steps.map((step) => (
        <View key={`${step.atMs} ${step.label}`} className="timeline-step">
          <View className="timeline-dot" />
          <View className="timeline-words">
            <View className="timeline-label">{step.label}</View>
            <View className="timeline-by">
              {dayInWords(dayOf(step.atMs), today)} · {step.by}
            </View>
            {step.reason && <View className="timeline-reason">“{step.reason}”</View>}
          </View>
        </View>
      ))}
      {next && (
        <View className="timeline-step">
          <View className="timeline-dot timeline-dot-next" />
          <View className="timeline-words">{next}</View>
        </View>
      )}
    </Card>
  );
}
