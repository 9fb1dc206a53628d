import type { ValueOf } from '../../contracts/contract';
import type { readBoard } from '../../contracts/records';
import { dayInWords, dayOf } from '../../domain/kernel/time';
import { answerInWords, answerShownDays } from '../../domain/records/answers';
import { Card } from '../card';
import { Line } from '../line';
import { openRecord } from '../record-line';
import { SectionHead } from '../section-head';

type Answer = ValueOf<typeof readBoard>['answers'][number];

function AnswerLine({ answer, member }: { answer: Answer; member: boolean }) {
  const { recordId, itemName, household, upheld, answeredAtMs } = answer;
  const when = `${dayInWords(dayOf(answeredAtMs))}答复`;
  return (
    <Line
      title={household ? `${household} ${itemName}` : itemName}
      note={`${answerInWords(upheld)} · ${when}`}
      onTap={member ? () => openRecord(recordId) : undefined}
    />
  );
}

/** What objections came to: never who objected. */
export function Answers({ answers, member }: { answers: readonly Answer[]; member: boolean }) {
  if (answers.length === 0) return null;
  return (
    <>
      <SectionHead title={`异议查过了 · 公开 ${answerShownDays} 天`} />
      <Card flush>
        {answers.map((answer) => (
          <AnswerLine key={answer.recordId} answer={answer} member={member} />
        ))}
      </Card>
    </>
  );
}
