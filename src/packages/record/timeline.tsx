import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { classes } from '../../components/classes';
import { Growing } from '../../components/growing';
import type { ValueOf } from '../../contracts/contract';
import type { readRecord } from '../../contracts/records';
import { dayInWords, dayOf } from '../../domain/kernel/time';
import './timeline.scss';

type Step = ValueOf<typeof readRecord>['timeline'][number];

/** About a screen of them. */
const stepsAtOnce = 8;

function StepWords({ step }: { step: Step }) {
  return (
    <View className="timeline-words">
      <View className="timeline-label">{step.label}</View>
      <View className="timeline-by">
        {dayInWords(dayOf(step.atMs), dayOf(Date.now()))} · {step.by}
      </View>
      {step.reason && <View className="timeline-reason">“{step.reason}”</View>}
    </View>
  );
}

/** Everything that happened to a record, and what comes next. */
export function Timeline({ steps, next }: { steps: readonly Step[]; next: string | null }) {
  const rows = [...steps, ...(next ? [next] : [])].map((what, place) => ({ what, place }));
  return (
    <Card>
      <Growing
        groups={[{ key: 'steps', rows }]}
        keyOf={({ place }) => String(place)}
        atOnce={stepsAtOnce}
      >
        {({ what, place }) => (
          <View className={classes('timeline-step', place + 1 === rows.length && 'timeline-last')}>
            <View className={classes('timeline-dot', what === next && 'timeline-dot-next')} />
            {typeof what === 'string' ? (
              <View className="timeline-words">{what}</View>
            ) : (
              <StepWords step={what} />
            )}
          </View>
        )}
      </Growing>
    </Card>
  );
}
