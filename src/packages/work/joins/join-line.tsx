import { View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import type { ValueOf } from '../../../contracts/contract';
import type { listJoinRequests } from '../../../contracts/people';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import './join-line.scss';

export type JoinRequest = ValueOf<typeof listJoinRequests>['requests'][number];
type Props = { request: JoinRequest; onAnswer: (accept: boolean) => void };

const whoAgreed = { cadre: '村干部', supervisor: '监委会的人', 'town-admin': '镇里的人' };

/** How far it has come: two people let somebody in. */
function agreedInWords(agreedAs: JoinRequest['agreedAs']): string {
  if (agreedAs === null) return '还没有人同意,要两个人同意';
  return `${whoAgreed[agreedAs]}已经同意,等第二个人`;
}

/** Somebody who says they belong to a household; whoever knows the village answers. */
export function JoinLine({ request, onAnswer }: Props) {
  const { name, villageName, householdNumber, askedAtMs, agreedAs } = request;
  const asked = dayInWords(dayOf(askedAtMs), dayOf(Date.now()));
  return (
    <Card>
      <View className="join-line-name">
        {name},{householdNumber}号户
      </View>
      <View className="join-line-note">
        {villageName},{asked}申请
      </View>
      <View className="join-line-note">{agreedInWords(agreedAs)}</View>
      <View className="join-line-buttons">
        <Button
          className="join-line-button"
          label={`${name}不是这一户的`}
          onTap={() => onAnswer(false)}
        >
          不是这户的
        </Button>
        <Button
          className="join-line-button"
          tone="outline"
          label={`同意${name}加入`}
          onTap={() => onAnswer(true)}
        >
          同意加入
        </Button>
      </View>
    </Card>
  );
}
