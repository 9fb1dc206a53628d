import { buildFunctions, buildH5, buildWeapp } from './build';
import { processorSeconds } from './processor-time.cjs';
import { say } from './progress';
import { runJest, step, styleIsFine, typesAreFine } from './steps';

/**
 * `npm test [-- jest arguments]`: builds what is stale, checks style and types, runs every test.
 * The last line is `N passed, N failed`: each test counts as one, and so do build, style and
 * types; a test file that does not even load, a test that was skipped, and a test runner that dies,
 * count as failed.
 */
async function buildAll(): Promise<boolean> {
  await buildFunctions();
  await buildWeapp();
  await buildH5();
  return true;
}

async function main(): Promise<void> {
  const all = [
    await step('编译', buildAll),
    await step('格式', styleIsFine),
    await step('类型', typesAreFine),
    await runJest(process.argv.slice(2)),
  ];
  const passed = all.reduce((sum, totals) => sum + totals.passed, 0);
  const failed = all.reduce((sum, totals) => sum + totals.failed, 0);
  process.exitCode = failed === 0 ? 0 : 1;
  const seconds = processorSeconds();
  if (seconds !== null) say(`处理器时间 ${(seconds / 60).toFixed(1)} 分钟`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
  process.stdout.write('0 passed, 1 failed\n');
});
