import { View } from '@tarojs/components';
import { dayInWords, dayOf } from '../../domain/kernel/time';
import { Card } from '../card';
import { classes } from '../classes';
import { Growing } from '../growing';
import './timeline.scss';

/** One step that was taken, as the server tells of it. */
type Step = { atMs: number; label: string; by: string; reason: string | null };

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

/** Everything that happened to it, and what comes next. */
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
