import { createInterface } from 'node:readline/promises';
import { CannotGoOn, readDeployOptions } from './command-line';
import { deployEnvironment } from './deploy-environment';
import { exitWith } from './exit';
import { prepare } from './prepare';

async function confirm(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new CannotGoOn('这里没有人可以问。脚本里请加 --yes,先看看用 --dry-run。');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('照这样做吗?输入 yes 开始:');
  terminal.close();
  return answer.trim() === 'yes';
}

/** `npm run deploy -- --env ID`: collections, indexes, rules, functions and timers, by command. */
void exitWith(async () => {
  const options = readDeployOptions(process.argv.slice(2));
  return deployEnvironment({ ...prepare(options), confirm, settleMs: 5000 }, options);
});
