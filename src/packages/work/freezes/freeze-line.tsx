import { View } from '@tarojs/components';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { StateTag } from '../../../components/state-tag';
import type { ValueOf } from '../../../contracts/contract';
import type { listFreezes } from '../../../contracts/people';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { agreedInWords } from '../two-people';
import './freeze-line.scss';

export type Frozen = ValueOf<typeof listFreezes>['freezes'][number];

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
      <StateTag tone="waiting" word={agreedInWords(agreedAs, '还没有人查清,要两个人同意')} />
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
