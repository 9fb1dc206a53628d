import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '../../../components/card';
import { StateTag } from '../../../components/state-tag';
import { type LifeEvent, standing, whatFollows, whatOf } from '../words';
import './event-line.scss';

const tones = {
  proposed: 'waiting',
  done: 'done',
  refused: 'stopped',
  withdrawn: 'ended',
} as const;

type Props = { event: LifeEvent; children?: ReactNode };

/** One event: whose, what, what it brings about and by whom; below it what may be done about it. */
export function EventLine({ event, children }: Props) {
  const { villageName, householdNumber, state, reason } = event;
  return (
    <Card>
      <View className="event-line-household">
        {villageName} {householdNumber}号户
      </View>
      <View>{whatOf(event)}</View>
      <View className="event-line-follows">{state === 'proposed' && whatFollows(event)}</View>
      <StateTag tone={tones[state]} word={standing(event)} />
      <View>{reason && `为什么:${reason}`}</View>
      {children}
    </Card>
  );
}
