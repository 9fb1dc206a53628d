import { dayOf } from '../../src/domain/kernel/time';
import { byHandInWords } from './by-hand';
import type { Difference } from './difference';
import { compare } from './differences';
import { type Found, readFound } from './found';
import type { Work } from './prepare';
import { decideSecrets } from './secrets';
import { templateDifferences, templatesInWords } from './templates';

export type Findings = {
  found: Found;
  differences: Difference[];
  /** `JIFEN_TEMPLATES` as it is to be. */
  templates: string | undefined;
};

/** Reads all of it back and compares it with what this project wants. */
export async function findDifferences(work: Work, mayReplaceSecrets = false): Promise<Findings> {
  const { api, wanted, given, appId } = work;
  const found = await readFound(api, wanted, appId);
  const secrets = decideSecrets(
    wanted,
    found.functions,
    given,
    mayReplaceSecrets,
    dayOf(Date.now()),
  );
  const templates = secrets.values.JIFEN_TEMPLATES;
  const differences = [...compare(wanted, found, secrets), ...templateDifferences(templates)];
  return { found, differences, templates };
}

/** How much there is, so that "no difference" says of what. */
function extentInWords({ api, wanted }: Work, { environment, otherFunctions }: Found): string[] {
  const indexes = Object.values(wanted.collections).flat().length;
  const collections = Object.keys(wanted.collections).length;
  const triggers = wanted.functions.flatMap((each) => each.triggers).length;
  const name = environment.packageName || '没读到';
  const database = `${collections} 个集合、${indexes} 个索引`;
  const functions = `${wanted.functions.length} 个云函数、${triggers} 个定时器`;
  const others = `环境里还有别的云函数,没有动:${otherFunctions.join('、')}。`;
  return [
    `环境 ${api.environmentId},套餐 ${name}。应有 ${database}、3 套规则、${functions}。`,
    ...(otherFunctions.length > 0 ? [others] : []),
  ];
}

/** Says every difference in a sentence, then what only a person can do. @returns the exit code */
export async function checkEnvironment(work: Work): Promise<number> {
  const { found, differences, templates } = await findDifferences(work);
  for (const line of extentInWords(work, found)) work.say(line);
  differences.forEach(({ sentence, step }, index) => {
    work.say(`${index + 1}. ${sentence}${step === null ? '(要人来做)' : ''}`);
  });
  const count = differences.length;
  const command = `npm run deploy -- --env ${work.api.environmentId}`;
  work.say(
    count === 0 ? '和这里的一样,没有差别。' : `有 ${count} 处差别。${command} 能改好的都会改。`,
  );
  for (const line of [...templatesInWords(templates), ...byHandInWords()]) work.say(line);
  return count === 0 ? 0 : 1;
}
