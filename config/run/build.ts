import { parseArgs } from 'node:util';
import { type BuildResult, buildFunctions as buildAll } from '../functions/build-functions';
import { buildClient } from '../taro/build-client';
import { say, withProgress } from './progress';

/**
 * `npm run build -- [--only functions|weapp|h5] [--force]`: makes what is stale of
 * dist/cloudfunctions, dist/weapp and dist/h5, and says how large each is.
 */
export type BuildOptions = { force?: boolean };

const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`;

function report(label: string, result: BuildResult): void {
  const what = result.built ? `编译好了,用了 ${result.seconds.toFixed(1)} 秒` : '没有变化';
  say(`${label}:${what},${kilobytes(result.bytes)}`);
}

/** dist/cloudfunctions/<name>/, one line for each function that was built. */
export async function buildFunctions(options: BuildOptions = {}): Promise<BuildResult> {
  const result = await withProgress('正在编译云函数', () => buildAll(options));
  for (const one of result.functions.filter(({ built }) => built)) {
    say(`  云函数 ${one.name}:${kilobytes(one.bytes)}`);
  }
  report('云函数', result);
  return { built: result.built, seconds: result.seconds, bytes: result.bytes };
}

/** dist/weapp, for WeChat. */
export async function buildWeapp(options: BuildOptions = {}): Promise<BuildResult> {
  const result = await buildClient('weapp', options);
  report('小程序 dist/weapp', result);
  return result;
}

/** dist/h5, for a browser. */
export async function buildH5(options: BuildOptions = {}): Promise<BuildResult> {
  const result = await buildClient('h5', options);
  report('网页版 dist/h5', result);
  return result;
}

const parts = { functions: buildFunctions, weapp: buildWeapp, h5: buildH5 };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, force: { type: 'boolean', default: false } },
  });
  const wanted = values.only?.split(',') ?? Object.keys(parts);
  for (const name of wanted) {
    if (!Object.hasOwn(parts, name)) {
      throw new Error(`不认识 --only ${name};可以是 ${Object.keys(parts).join('、')}`);
    }
    await parts[name as keyof typeof parts]({ force: values.force });
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
