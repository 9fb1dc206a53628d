import { parseArgs } from 'node:util';
import { buildFunctions } from './build';
import { say } from './progress';
import { type PlayedStep, playStory } from './story/play';

/**
 * `npm run story [-- --json]`: plays the whole story through the built functions and prints each
 * step with the household's purses, stock and board. Exit code 1 at the first step that does not
 * hold.
 */
function tell({ step, title, came, broken, after }: PlayedStep): void {
  const lines = [`${step}. ${title}`, broken === null ? `   ${came}` : `   没有成立:${broken}`];
  if (after) {
    const { spendable, held, honour, pending, stockOnHand, stockHeld, onNotice } = after;
    lines.push(
      `   兑换分 ${spendable} 占用 ${held} 荣誉分 ${honour} 没入账 ${pending} 条` +
        ` | 香皂 ${stockOnHand} 块,占着 ${stockHeld} | 公示中 ${onNotice} 条`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  await buildFunctions();
  const startedAtMs = performance.now();
  const { held, steps } = await playStory(values.json ? () => undefined : tell, say);
  const tookSeconds = Math.round((performance.now() - startedAtMs) / 100) / 10;
  if (values.json) process.stdout.write(`${JSON.stringify({ held, tookSeconds, steps })}\n`);
  else process.stdout.write(`${held ? '每一步都成立' : '故事没有走完'},用了 ${tookSeconds} 秒\n`);
  process.exitCode = held ? 0 : 1;
}

main().catch((error: Error) => {
  say(error.message);
  process.exitCode = 1;
});
