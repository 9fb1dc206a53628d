import { View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { StateTag } from '../../../components/state-tag';
import type { ValueOf } from '../../../contracts/contract';
import type { listFreezes } from '../../../contracts/people';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import './freeze-line.scss';

export type Frozen = ValueOf<typeof listFreezes>['freezes'][number];

const whoAgreed = { cadre: '村干部', supervisor: '监委会的人', 'town-admin': '镇里的人' };

/** How far it has come: two people let a household spend again. */
function agreedInWords(agreedAs: Frozen['agreedAs']): string {
  if (agreedAs === null) return '还没有人查清,要两个人同意';
  return `${whoAgreed[agreedAs]}已经同意,等第二个人`;
}

/** A household whose spending was stopped from within. */
export function FreezeLine({ frozen, onSettle }: { frozen: Frozen; onSettle: () => void }) {
  const { villageName, householdNumber, frozenAtMs, agreedAs } = frozen;
  const since = dayInWords(dayOf(frozenAtMs), dayOf(Date.now()));
  return (
    <Card>
      <View className="freeze-line-name">
        {villageName},{householdNumber}号户
      </View>
      <View>{since}家里人停用了兑换分。</View>
      <StateTag tone="waiting" word={agreedInWords(agreedAs)} />
      <Button
        className="freeze-line-button"
        tone="outline"
        label={`${householdNumber}号户查清了`}
        onTap={onSettle}
      >
        查清了,让这户接着用
      </Button>
    </Card>
  );
}
