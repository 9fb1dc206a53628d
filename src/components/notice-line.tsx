import type { ValueOf } from '../contracts/contract';
import type { readBoard } from '../contracts/records';
import { dayInWords } from '../domain/kernel/time';
import { unevenInWords } from '../domain/scheme/fall';
import { Line } from './line';
import { PointsNumber } from './points-number';
import { openRecord } from './record-line';
import { StateTag } from './state-tag';

type NoticeLineOf = ValueOf<typeof readBoard>['notices'][number]['lines'][number];

/** One line of a public notice; a member of the village opens it, and objects there. */
export function NoticeLine({ line, member }: { line: NoticeLineOf; member: boolean }) {
  const { recordId, household, itemName, points, day, objected } = line;
  const told = [`${dayInWords(day)}做的`, unevenInWords(line)].filter(Boolean).join(' · ');
  return (
    <Line
      title={household ? `${household} ${itemName}` : itemName}
      note={objected ? <StateTag tone="stopped" word="有异议,在核实" /> : told}
      extra={<PointsNumber points={points} signed />}
      onTap={member ? () => openRecord(recordId) : undefined}
    />
  );
}
