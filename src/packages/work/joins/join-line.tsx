import { View } from '@tarojs/components';
import { ButtonRow } from '../../../components/button-row';
import { Card } from '../../../components/card';
import type { ValueOf } from '../../../contracts/contract';
import type { listJoinRequests } from '../../../contracts/people';
import { calledBy } from '../../../domain/kernel/names';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { agreedInWords } from '../two-people';
import './join-line.scss';

export type JoinRequest = ValueOf<typeof listJoinRequests>['requests'][number];
type Props = { request: JoinRequest; onAnswer: (accept: boolean) => void };

/** Somebody who says they belong to a household; whoever knows the village answers. */
export function JoinLine({ request, onAnswer }: Props) {
  const { name, villageName, householdNumber, askedAtMs, agreedAs } = request;
  const asked = dayInWords(dayOf(askedAtMs), dayOf(Date.now()));
  return (
    <Card>
      <View className="join-line-name">{calledBy(householdNumber, name)}</View>
      <View className="join-line-note">
        {villageName},{asked}申请
      </View>
      <View className="join-line-note">{agreedInWords(agreedAs, '还没有人同意,要两个人同意')}</View>
      <ButtonRow
        choices={[
          { words: '不是这户的', label: `${name}不是这一户的`, onTap: () => onAnswer(false) },
          { words: '同意加入', label: `同意${name}加入`, usual: true, onTap: () => onAnswer(true) },
        ]}
      />
    </Card>
  );
}
