import { View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { answerInWords } from '../../../domain/records/answers';
import { Fact } from './fact';
import type { FullRecord } from './record-facts';

/** What the last objection came to: for the household, for who objected and for the village. */
export function AnswerCard({ answer }: { answer: NonNullable<FullRecord['answer']> }) {
  const { upheld, reason, atMs, mine } = answer;
  return (
    <Card>
      <View className="record-facts-name">{mine ? '您提的异议有答复了' : '有人提过异议'}</View>
      <Fact name="答复" words={answerInWords(upheld)} />
      {reason && <Fact name="怎么查的" words={reason} />}
      <Fact name="哪天答的" words={dayInWords(dayOf(atMs), dayOf(Date.now()))} />
    </Card>
  );
}
