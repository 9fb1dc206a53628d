import type { MatterContent } from '../../contracts/lists';
import {
  chartHasAnEnd,
  chartNeverRunsInACircle,
  everyBranchSaysWhen,
  longestWayInWorkingDays,
} from '../catalogue/flow-chart';

type Steps = MatterContent['steps'];
type Check = (steps: Steps) => string | null;

const twoStepsShareAnId: Check = (steps) => {
  const twin = steps.find((step, at) => steps.findIndex((each) => each.id === step.id) < at);
  return twin ? `“${twin.name}”和前面一步用了同一个编号` : null;
};

const anArrowLeadsNowhere: Check = (steps) => {
  const ids = new Set(steps.map((step) => step.id));
  const broken = steps.find((step) => step.next.some((arrow) => !ids.has(arrow.to)));
  return broken ? `“${broken.name}”的箭头指到一个没有的步骤` : null;
};

const theStartIsReturnedTo: Check = (steps) => {
  const back = steps.find((step) => step.next.some((arrow) => arrow.to === steps[0]?.id));
  return back ? `“${back.name}”又绕回了第一步` : null;
};

const aStepIsNotReached: Check = (steps) => {
  const reached = new Set<string>();
  const waiting = steps.slice(0, 1);
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    if (reached.has(step.id)) continue;
    reached.add(step.id);
    const targets = step.next.map((arrow) => arrow.to);
    waiting.push(...steps.filter((each) => targets.includes(each.id)));
  }
  const lost = steps.find((step) => !reached.has(step.id));
  return lost ? `从第一步走不到“${lost.name}”` : null;
};

const thereIsNoEnd: Check = (steps) => (chartHasAnEnd(steps) ? null : '没有一步是结尾');

const aBranchDoesNotSayWhen: Check = (steps) => {
  const vague = steps.find((step) => !everyBranchSaysWhen([step]));
  return vague ? `“${vague.name}”分岔了,没有写清什么情况走哪边` : null;
};

const itRunsInACircle: Check = (steps) => {
  if (chartNeverRunsInACircle(steps)) return null;
  const onACircle = steps.find((start) => {
    const seen = new Set<string>();
    const waiting = start.next.map((arrow) => arrow.to);
    for (let id = waiting.pop(); id; id = waiting.pop()) {
      if (id === start.id) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      waiting.push(...(steps.find((step) => step.id === id)?.next ?? []).map((arrow) => arrow.to));
    }
    return false;
  });
  return `从“${onACircle?.name ?? ''}”往下会绕圈,永远办不完`;
};

/** In this order, because the later ones take the earlier for granted. */
const checks: readonly Check[] = [
  twoStepsShareAnId,
  anArrowLeadsNowhere,
  theStartIsReturnedTo,
  aStepIsNotReached,
  thereIsNoEnd,
  aBranchDoesNotSayWhen,
  itRunsInACircle,
];

/** What is broken about a flow chart, naming the step; null when nothing is. */
export function brokenChart(steps: Steps): string | null {
  for (const check of checks) {
    const broken = check(steps);
    if (broken) return broken;
  }
  return null;
}

/** The days promised must be those of the longest way through the chart. */
export function daysDoNotFit({ daysToFinish, steps }: MatterContent): string | null {
  const longest = longestWayInWorkingDays(steps);
  if (daysToFinish === null || longest === null || daysToFinish === longest) return null;
  return `办结写了 ${daysToFinish} 个工作日,各步加起来最长要 ${longest} 个`;
}
