import { createInterface } from 'node:readline/promises';
import { CannotGoOn } from './command-line';

/** Asks whoever types, before anything is changed. @throws CannotGoOn where nobody is there */
export async function confirm(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new CannotGoOn('这里没有人可以问。脚本里请加 --yes,先看看用 --dry-run。');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('照这样做吗?输入 yes 开始:');
  terminal.close();
  return answer.trim() === 'yes';
}
