import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '../../../components/card';
import { roleWords } from '../../../components/role-words';
import { StateTag } from '../../../components/state-tag';
import { calledBy } from '../../../domain/kernel/names';
import { basisWords, enteredBy, type OfficeAct, wholeDay } from '../words';
import './act-line.scss';

/** `22号户 包例子`; whoever founded the town stands in no register. */
export function whoOf({ name, householdNumber, organisation }: OfficeAct): string {
  if (organisation !== null) return `${name}(${organisation})`;
  if (householdNumber === null) return name || '镇里的人';
  return calledBy(householdNumber, name);
}

export function whatOf(act: OfficeAct): string {
  const { change, role, placeName } = act;
  const seat = `${placeName}${roleWords[role]}`;
  return change === 'give' ? `担任 ${seat}` : `不再担任 ${seat}`;
}

/** One act that waits: who, what, on what ground; below it what may be done about it. */
export function ActLine({ act, children }: { act: OfficeAct; children: ReactNode }) {
  const { basis, day, cites, untilDay, phone } = act;
  return (
    <Card>
      <View className="act-line-name">{whoOf(act)}</View>
      <View>{whatOf(act)}</View>
      <View>
        {basisWords[basis]},{wholeDay(day)}
        {untilDay ? `,任期到${wholeDay(untilDay)}` : ''}
      </View>
      <View>依据:{cites}</View>
      <View>{phone !== null && `邀请码只给手机号 ${phone}`}</View>
      <StateTag tone="waiting" word={`${enteredBy(act)},等第二个人确认`} />
      {children}
    </Card>
  );
}
