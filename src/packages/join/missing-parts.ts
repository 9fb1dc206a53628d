import { isPersonName, tidyName } from '../../contracts/name-text';

/** What is wrong, each at its field; null where it is right. */
export type Problems = { number: string | null; name: string | null; agreed: string | null };

export const noProblems: Problems = { number: null, name: null, agreed: null };

function problemOfName(name: string): string | null {
  if (tidyName(name) === '') return '姓名要填,和户册上的一样。';
  return isPersonName(tidyName(name)) ? null : '姓名只写汉字或字母,名字中间的点写成“·”。';
}

function problemOfNumber(number: string): string | null {
  const read = Number(number);
  const isOne = Number.isInteger(read) && read >= 1 && read <= 9999;
  return isOne ? null : '户号要填,是 1 到 9999 的数字。户码卡上有,也可以问村干部。';
}

/** All that still has to be filled in or put right, at once. */
export function missingParts(number: string, name: string, agreed: boolean): Problems {
  return {
    number: problemOfNumber(number),
    name: problemOfName(name),
    agreed: agreed ? null : '请先看一看并勾选“同意村里核对”。',
  };
}
