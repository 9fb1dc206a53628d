import * as chart from './flow-chart';
import type { CertificateNotIssued, LegalBasis, Matter } from './types';

function isFilled(text: string): boolean {
  return text.trim() !== '';
}

/** 名称类别, 操作流程, 政策依据, 办理条件, 监督管理, 指导单位 are all there (plan 三(二)2). */
export function sixNamedPartsAreFilled(matter: Matter): boolean {
  const { supervision } = matter;
  return (
    [matter.name, matter.category, matter.guidingOffice].every(isFilled) &&
    matter.steps.length >= 2 &&
    matter.steps.every((step) => [step.name, step.who, step.text].every(isFilled)) &&
    matter.legalBases.length > 0 &&
    matter.conditions.length > 0 &&
    matter.conditions.every(isFilled) &&
    [supervision.subject, supervision.object, supervision.method].every(isFilled)
  );
}

/** No matter without a law: the plan guards against departments turning quotas into list items. */
export function legalBasisIsGiven(matter: Matter): boolean {
  return matter.legalBases.length > 0 && matter.legalBases.every(basisIsComplete);
}

function basisIsComplete(basis: LegalBasis): boolean {
  return (
    isFilled(basis.law) &&
    isFilled(basis.article) &&
    /^\d{4}-(0[1-9]|1[0-2])$/.test(basis.versionDate) &&
    /^(待核|\d{4}-\d{2}-\d{2})$/.test(basis.checked)
  );
}

/** Some basis was never compared with the text in force; only a sample village may publish it. */
export function someBasisIsUnchecked(matter: Matter): boolean {
  return matter.legalBases.some((basis) => basis.checked === '待核');
}

/** The days promised are those of the longest way through the flow chart. */
export function daysToFinishFollowTheChart(matter: Matter): boolean {
  if (matter.daysToFinish === null) return matter.steps.some((step) => step.workingDays === null);
  return matter.daysToFinish === chart.longestWayInWorkingDays(matter.steps);
}

/** A certificate on the list is none of the forbidden ones, or serves a purpose named as lawful. */
export function certificateMayBeIssued(
  matter: Matter,
  notIssued: readonly CertificateNotIssued[],
): boolean {
  if (matter.list !== 'certificate') return true;
  return notIssued.every((certificate) => {
    const subject = certificate.name.replace(/证明.*$/, '');
    if (!matter.name.includes(subject)) return true;
    return (certificate.purposeExceptions ?? []).some((e) => e.matterKey === matter.key);
  });
}

/**
 * Checks the flow chart of a matter.
 * @returns one sentence for each broken rule
 */
export function checkFlowChart(matter: Matter): string[] {
  const { steps } = matter;
  const rules: [boolean, string][] = [
    [new Set(steps.map((step) => step.id)).size === steps.length, '有两步同名'],
    [chart.everyArrowLeadsToAStep(steps), '有箭头指到没有的步骤'],
    [chart.chartHasOneStart(steps), '开头不是一个'],
    [chart.chartHasAnEnd(steps), '没有结尾'],
    [chart.everyStepIsReachable(steps), '有走不到的步骤'],
    [chart.everyBranchSaysWhen(steps), '分岔没写清什么情况走哪边'],
    [chart.chartNeverRunsInACircle(steps), '流程绕圈'],
  ];
  return rules.filter(([holds]) => !holds).map(([, text]) => `事项 ${matter.key}:流程图${text}`);
}

/**
 * Checks a matter as it may go on the wall.
 * @returns one sentence for each broken rule
 */
export function checkMatter(matter: Matter, notIssued: readonly CertificateNotIssued[]): string[] {
  const rules: [boolean, string][] = [
    [sixNamedPartsAreFilled(matter), '六项内容没填全'],
    [legalBasisIsGiven(matter), '没有写清政策依据'],
    [daysToFinishFollowTheChart(matter), '办结天数和流程图对不上'],
    [certificateMayBeIssued(matter, notIssued), '属于不应出具的证明'],
  ];
  const broken = rules.filter(([holds]) => !holds).map(([, text]) => `事项 ${matter.key}:${text}`);
  return [...broken, ...checkFlowChart(matter)];
}
