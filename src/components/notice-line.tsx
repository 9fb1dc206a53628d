import type { ValueOf } from '../contracts/contract';
import type { readBoard } from '../contracts/records';
import { dayInWords } from '../domain/kernel/time';
import { Line } from './line';
import { PointsNumber } from './points-number';
import { openRecord } from './record-line';
import { StateTag } from './state-tag';

type NoticeLineOf = ValueOf<typeof readBoard>['notices'][number]['lines'][number];

/** One line of a public notice; a member of the village opens it, and objects there. */
export function NoticeLine({ line, member }: { line: NoticeLineOf; member: boolean }) {
  const { recordId, household, itemName, points, day, objected } = line;
  return (
    <Line
      title={household ? `${household} ${itemName}` : itemName}
      note={objected ? <StateTag tone="stopped" word="有异议,在核实" /> : `${dayInWords(day)}做的`}
      extra={<PointsNumber points={points} signed />}
      onTap={member ? () => openRecord(recordId) : undefined}
    />
  );
}
