import { startCloud } from '../../local-cloud';
import { exchange, jobs, lists, people, points, town, wechat } from '../../src/contracts';
import type { Contract, FunctionName } from '../../src/contracts/contract';
import { buildFunctions } from './build';
import { cloudOptions } from './cloud-options';
import { say } from './progress';

/**
 * `npm run first-call [-- ROUNDS]`: how long each built function takes to answer its first call, a
 * fresh process each time, and a later call; medians in milliseconds, one JSON line a function.
 */
const secrets = { jifenSecret: 'first-call-secret-'.repeat(2), foundingSecret: 'first-call' };
const villageId = 'v01';

/** One cheap query each, so that what is measured is the start and not the work. */
const firstCalls: Record<FunctionName, { contract: Contract<never, unknown>; input: unknown }> = {
  people: { contract: people.listVillages as never, input: {} },
  points: { contract: points.listItems as never, input: { villageId } },
  exchange: { contract: exchange.listShops as never, input: { villageId } },
  lists: { contract: lists.listCertificatesNotIssued as never, input: {} },
  town: { contract: town.readOverview as never, input: {} },
  wechat: { contract: wechat.readPhoneNumber as never, input: { code: 'phone:10000000000' } },
  jobs: { contract: jobs.expireOrders as never, input: {} },
};

function median(values: number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10;
}

/** Milliseconds of the first and of the second call in a cloud of its own. */
async function measureOnce(name: FunctionName): Promise<{ first: number; second: number }> {
  const cloud = await startCloud({ ...cloudOptions(secrets), port: 0, dataDirectory: null });
  const { contract, input } = firstCalls[name];
  const timed = async () => {
    const startedAtMs = performance.now();
    await cloud.callFunction(name, { action: contract.action, input }, 'first-caller');
    return performance.now() - startedAtMs;
  };
  try {
    return { first: await timed(), second: await timed() };
  } finally {
    await cloud.stop();
  }
}

async function main(): Promise<void> {
  const rounds = Number(process.argv[2] ?? 9);
  await buildFunctions();
  for (const name of Object.keys(firstCalls) as FunctionName[]) {
    const measured = [];
    for (let round = 0; round < rounds; round += 1) measured.push(await measureOnce(name));
    const firstCallMs = median(measured.map(({ first }) => first));
    const secondCallMs = median(measured.map(({ second }) => second));
    process.stdout.write(`${JSON.stringify({ name, rounds, firstCallMs, secondCallMs })}\n`);
  }
}

main().catch((error: Error) => {
  say(error.message);
  process.exitCode = 1;
});
