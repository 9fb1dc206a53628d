import type { ValueOf } from '../contracts/contract';
import type { readAccount } from '../contracts/ledger';
import { dayInWords } from '../domain/kernel/time';

/** Since when a household spends nothing, and what comes next. */
export function frozenInWords(
  { sinceDay, agreed }: NonNullable<ValueOf<typeof readAccount>['frozen']>,
  today: string,
): string {
  const since = `${dayInWords(sinceDay, today)}起,家里人先停用了兑换分,换不了东西,加分照常。`;
  if (agreed) return `${since}已经有一个人查清同意了,再有一个人同意就能接着用。`;
  return `${since}要接着用,请找村务监督委员会和镇里,要两个人查清同意。`;
}
