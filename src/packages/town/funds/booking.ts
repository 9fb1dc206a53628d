import type { InputOf } from '../../../contracts/contract';
import type { addFunds } from '../../../contracts/town';

export type Source = InputOf<typeof addFunds>['source'];

export const sources: readonly { id: Source; label: string }[] = [
  { id: 'collective-income', label: '集体收入' },
  { id: 'donation', label: '捐助' },
  { id: 'bridging-funds', label: '衔接资金' },
  { id: 'spent-on-goods', label: '买货花的钱' },
];

export const hintOf = (source: Source, takesBack: boolean) => {
  if (takesBack) return '把登错的一笔冲掉:填登错的数,账上照样减回去、加回去,两笔都留着。';
  if (source !== 'spent-on-goods') return '到了账上的钱。有多少钱,积分才能换多少东西。';
  return '对着单据登记。钱从账上减掉,货进了店,就由货来顶积分。管货的人不能自己登记。';
};

/** With its sign: what was spent leaves the account, and a line that was wrong is turned round. */
export function amountOf(fen: number, source: Source, takesBack: boolean): number {
  const leaves = source === 'spent-on-goods';
  return leaves === takesBack ? fen : -fen;
}
