import { byHandInWords } from './by-hand';
import { findDifferences } from './check-environment';
import { CannotGoOn, type DeployOptions } from './command-line';
import type { Difference, Step } from './difference';
import type { Found } from './found';
import type { Work } from './prepare';
import { writePlatform } from './write-platform';

export type DeployWork = Work & {
  /** Asks whoever sits there. */
  confirm(): Promise<boolean>;
  /** Between two looks at what the platform has made of it; rules and indexes take a while. */
  settleMs: number;
};

const looks = 6;

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

function stepsOf(differences: readonly Difference[]): Step[] {
  const steps = differences.flatMap(({ step }) => (step === null ? [] : [step]));
  return [...new Set(steps)];
}

async function carryOut(work: DeployWork, found: Found, steps: readonly Step[]): Promise<void> {
  const writer = writePlatform(work.api, found.environment, work.appId);
  for (const [index, step] of steps.entries()) {
    work.say(`[${index + 1}/${steps.length}] ${step.plan}`);
    try {
      await step.carryOut(writer);
    } catch (error) {
      const done = `停在第 ${index + 1} 步,前面的已经做好、不用撤`;
      const reason = error instanceof CannotGoOn ? error.message : `出错了:${String(error)}`;
      throw new CannotGoOn(`${reason}\n${done}。解决后再运行一次同样的命令,从没做完的接着做。`);
    }
  }
}

async function lookUntilSettled(work: DeployWork): Promise<Difference[]> {
  for (let look = 1; ; look += 1) {
    const { differences } = await findDifferences(work, true);
    if (differences.length === 0 || look === looks) {
      return differences;
    }
    await pause(work.settleMs);
  }
}

/**
 * Brings an environment to what this project wants: says first what it will do, does it, reads
 * everything back.
 * @returns the exit code
 * @throws CannotGoOn
 */
export async function deployEnvironment(
  work: DeployWork,
  options: Pick<DeployOptions, 'dryRun' | 'yes' | 'replaceSecrets'>,
): Promise<number> {
  const { found, differences } = await findDifferences(work, options.replaceSecrets);
  const blocked = differences.filter(({ step }) => step === null);
  if (blocked.length > 0) {
    throw new CannotGoOn(['还不能部署:', ...blocked.map(({ sentence }) => sentence)].join('\n'));
  }
  const steps = stepsOf(differences);
  if (steps.length === 0) {
    work.say(`环境 ${work.api.environmentId} 和这里的一样,没有要改的。`);
    return 0;
  }
  work.say(`环境 ${work.api.environmentId} 要做 ${steps.length} 步:`);
  steps.forEach(({ plan }, index) => {
    work.say(`  ${index + 1}. ${plan}`);
  });
  if (options.dryRun) {
    work.say('只是说说,什么也没做。');
    return 0;
  }
  if (!options.yes && !(await work.confirm())) {
    work.say('没有动手。');
    return 0;
  }
  await carryOut(work, found, steps);
  const left = await lookUntilSettled(work);
  for (const { sentence } of left) work.say(`还不对:${sentence}`);
  work.say(
    left.length === 0
      ? '做完了,读回来和这里的一样。'
      : '平台可能还没生效,过几分钟用 deploy-check 再看。',
  );
  for (const line of byHandInWords()) work.say(line);
  return left.length === 0 ? 0 : 1;
}
