import { View } from '@tarojs/components';
import { openPage } from '../client/open-page';
import type { ValueOf } from '../contracts/contract';
import type { listRecords } from '../contracts/records';
import { calledBy } from '../domain/kernel/names';
import { dayInWords, dayOf } from '../domain/kernel/time';
import { unevenInWords } from '../domain/scheme/fall';
import { PointsNumber } from './points-number';
import { lookOf } from './record-look';
import { StandingLine } from './standing-line';
import { StateTag } from './state-tag';

export type RecordLineOf = ValueOf<typeof listRecords>['records'][number];

type Props = {
  record: RecordLineOf;
  /** Whose it is: for those who see records of many households. */
  withHousehold?: boolean;
  /** What whoever reads it did or is to do, a few words. */
  step?: string;
  onTap?: () => void;
};

/** `17号户 张*`; only the number where names are not shown, neither for hidden items. */
export function householdOf({ householdNumber, householdName }: RecordLineOf): string {
  if (householdNumber === null) return '本村一户';
  return calledBy(householdNumber, householdName);
}

/** Opens one record; `queue` names the work it was found in, to go on with the next one. */
export function openRecord(recordId: string, queue?: string): void {
  const query = queue ? `recordId=${recordId}&queue=${queue}` : `recordId=${recordId}`;
  openPage(`/packages/record/detail/index?${query}`);
}

/** One record: what, how many points, where it stands and what comes next. */
export function RecordLine({ record, withHousehold, step, onTap }: Props) {
  const day = dayInWords(record.day, dayOf(Date.now()));
  const { tone, icon } = lookOf(record.state);
  return (
    <StandingLine
      title={
        <>
          {withHousehold && <View className="standing-line-small">{householdOf(record)}</View>}
          <View>{record.itemName}</View>
        </>
      }
      points={<PointsNumber points={record.points} signed />}
      state={<StateTag tone={tone} icon={icon} word={record.stateLabel} />}
      aside={[`${day}做的`, unevenInWords(record)].filter(Boolean).join(' · ')}
      next={record.next}
      step={step}
      onTap={onTap ?? (() => openRecord(record.recordId))}
    />
  );
}
