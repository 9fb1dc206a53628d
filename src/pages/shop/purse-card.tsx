import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { frozenInWords } from '../../components/frozen-words';
import { PointsNumber } from '../../components/points-number';
import type { ValueOf } from '../../contracts/contract';
import type { readAccount } from '../../contracts/ledger';
import { dayOf } from '../../domain/kernel/time';
import './purse-card.scss';

/** What can be spent here, first on the page. */
export function PurseCard({ account }: { account: ValueOf<typeof readAccount> }) {
  const { spendable, held, frozen } = account;
  return (
    <Card>
      <View className="purse-card-row">
        <View>能换东西的分</View>
        <PointsNumber points={spendable} size="large" />
      </View>
      {frozen && (
        <View className="purse-card-note">{frozenInWords(frozen, dayOf(Date.now()))}</View>
      )}
      {held > 0 && <View className="purse-card-note">另有 {held} 分已下单占着,取走东西才扣。</View>}
    </Card>
  );
}
