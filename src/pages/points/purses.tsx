import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { frozenInWords } from '../../components/frozen-words';
import { PointsNumber } from '../../components/points-number';
import type { ValueOf } from '../../contracts/contract';
import type { readAccount } from '../../contracts/ledger';
import { dayInWords, dayOf } from '../../domain/kernel/time';
import './purses.scss';

export type AccountValue = ValueOf<typeof readAccount>;

/** Says what will lapse; the end of this year is called what people call it. */
export function lapseInWords({ points, day }: NonNullable<AccountValue['lapse']>, today: string) {
  const endOfThisYear = day === `${today.slice(0, 4)}-12-31`;
  const by = endOfThisYear ? '年底' : dayInWords(day, today);
  return `${by}前要用 ${points} 分,过了就不能换了。`;
}

/** Everything that explains the two figures, a sentence each. */
export function purseNotes(account: AccountValue, today: string): string[] {
  const { held, spendableWaiting, lapse, booksCheckedSince, frozen } = account;
  return [
    frozen && frozenInWords(frozen, today),
    held > 0 ? `下单占着 ${held} 分,取走东西才扣,不换了就退回。` : null,
    spendableWaiting > 0
      ? `还有 ${spendableWaiting} 分兑换分,等村里的钱和货跟上就入账;镇里登记了买货花的钱,货才算数。荣誉分已经记了。`
      : null,
    lapse ? lapseInWords(lapse, today) : null,
    booksCheckedSince
      ? `${dayInWords(booksCheckedSince, today)}起村里在核对账本,您家的积分照常记、照常换。`
      : null,
  ].filter((note) => note !== null);
}

/** The two purses, first on the page. */
export function Purses({ account }: { account: AccountValue }) {
  const { spendable, honour, quarterRank } = account;
  const notes = purseNotes(account, dayOf(Date.now()));
  return (
    <Card>
      <View className="purses">
        <View className="purse">
          <View className="purse-name">兑换分</View>
          <PointsNumber points={spendable} size="large" />
          <View className="purse-note">能在超市换东西</View>
        </View>
        <View className="purse">
          <View className="purse-name">荣誉分</View>
          <PointsNumber points={honour} size="large" tone="honour" />
          <View className="purse-note">
            {quarterRank === null ? '本季还没有排名' : `本季全村第 ${quarterRank}`}
          </View>
        </View>
      </View>
      {notes.map((note) => (
        <View key={note} className="purses-line">
          {note}
        </View>
      ))}
    </Card>
  );
}
