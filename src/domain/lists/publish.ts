import { mostMattersOfAVillage } from '../../contracts/limits';
import type { MatterContent } from '../../contracts/lists';
import { certificateMayBeIssued } from '../catalogue/check-matters';
import type { CertificateNotIssued } from '../catalogue/types';
import { refuse } from '../kernel/refusal';
import { saysTheSame } from '../kernel/same';
import type { Village } from '../people/types';
import { brokenChart, daysDoNotFit } from './check-chart';
import { currentMatterOf } from './current-matter';
import type { CurrentMatter, MatterVersion } from './types';

/** A basis counts as checked from the day somebody read the text in force. */
export function someBasisIsUnchecked({ legalBases }: MatterContent, today: string): boolean {
  return legalBases.some(({ checked }) => checked === '待核' || checked > today);
}

function mustHaveCheckedTheBasis(village: Village, matter: MatterContent, today: string): void {
  if (village.sample || !someBasisIsUnchecked(matter, today)) return;
  const unchecked = matter.legalBases.find((each) => each.checked === '待核');
  const law = unchecked ? `《${unchecked.law}》` : '政策依据';
  refuse(
    'basis-unchecked',
    `${law}还没有跟现行文本核对过,不能上墙。请核对后填上核对的日期再公布。`,
  );
}

function mustBeASoundChart(matter: MatterContent): void {
  const broken = brokenChart(matter.steps) ?? daysDoNotFit(matter);
  if (broken) refuse('chart-broken', `流程图有一处不对:${broken}。请改好再公布。`);
}

function mustBeAnAllowedCertificate(
  matter: MatterContent,
  notIssued: readonly CertificateNotIssued[],
): void {
  if (certificateMayBeIssued(matter, notIssued)) return;
  const message = '这个证明在国家列出的不应由村里出具的证明里,不能上清单。请看“村里不能开的证明”。';
  refuse('certificate-not-allowed', message);
}

function mustChangeSomething(matter: MatterContent, before: MatterVersion | null): void {
  if (!before || !saysTheSame(before.matter, matter)) return;
  refuse('matter-unchanged', `跟第 ${before.version} 版一样,没有要公布的。请改了内容再公布。`);
}

export function refuseMoreMatters(): never {
  const message = `一个嘎查村的清单最多 ${mostMattersOfAVillage} 项,已经满了。请改已有的,不再添新的。`;
  refuse('lists-full', message);
}

/**
 * A new version of a matter; older ones stay as they were.
 * @param before the version on the wall now; null for a new matter
 * @throws Refusal `basis-unchecked`, `chart-broken`, `certificate-not-allowed`, `matter-unchanged`
 */
export function publishMatter(
  village: Village,
  matter: MatterContent,
  facts: {
    before: MatterVersion | null;
    notIssued: readonly CertificateNotIssued[];
    today: string;
    nowMs: number;
  },
): { village: Village; current: CurrentMatter; version: MatterVersion } {
  mustBeASoundChart(matter);
  mustBeAnAllowedCertificate(matter, facts.notIssued);
  mustHaveCheckedTheBasis(village, matter, facts.today);
  mustChangeSomething(matter, facts.before);
  const { villageId } = village;
  const version = (facts.before?.version ?? 0) + 1;
  return {
    village: { ...village, wallVersion: village.wallVersion + 1 },
    current: currentMatterOf(villageId, matter, version),
    version: { villageId, key: matter.key, version, publishedAtMs: facts.nowMs, matter },
  };
}
