import type { MatterStep } from './types';

type Steps = readonly MatterStep[];

/** Every arrow leads to a box of the same chart. */
export function everyArrowLeadsToAStep(steps: Steps): boolean {
  const ids = new Set(steps.map((step) => step.id));
  return steps.every((step) => step.next.every((arrow) => ids.has(arrow.to)));
}

/** The first box is the start: no arrow leads to it, and arrows lead to every other box. */
export function chartHasOneStart(steps: Steps): boolean {
  const targets = new Set(steps.flatMap((step) => step.next.map((arrow) => arrow.to)));
  return steps.length > 0 && steps.every((step, index) => targets.has(step.id) === index > 0);
}

/** At least one box has no arrow out of it. */
export function chartHasAnEnd(steps: Steps): boolean {
  return steps.some((step) => step.next.length === 0);
}

/** Every box can be reached from the start. */
export function everyStepIsReachable(steps: Steps): boolean {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const reached = new Set<string>();
  const waiting = steps.slice(0, 1);
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    if (reached.has(step.id)) continue;
    reached.add(step.id);
    for (const arrow of step.next) {
      const target = byId.get(arrow.to);
      if (target) waiting.push(target);
    }
  }
  return reached.size === steps.length;
}

/** Where a chart branches, each arrow says on which answer it is taken, and no answer twice. */
export function everyBranchSaysWhen(steps: Steps): boolean {
  return steps.every((step) => {
    if (step.next.length < 2) return true;
    const answers = step.next.map((arrow) => arrow.when ?? '');
    return answers.every((answer) => answer !== '') && new Set(answers).size === answers.length;
  });
}

/**
 * Working days of the longest way through the chart; a step without a limit counts as 0.
 * @returns null when the chart runs in a circle, so that it can never be sure to end
 */
export function longestWayInWorkingDays(steps: Steps): number | null {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const known = new Map<string, number>();
  const onTheWay = new Set<string>();
  function longestFrom(id: string): number | null {
    const step = byId.get(id);
    if (!step) return 0;
    const before = known.get(id);
    if (before !== undefined) return before;
    if (onTheWay.has(id)) return null;
    onTheWay.add(id);
    let longest = 0;
    for (const arrow of step.next) {
      const rest = longestFrom(arrow.to);
      if (rest === null) return null;
      longest = Math.max(longest, rest);
    }
    onTheWay.delete(id);
    known.set(id, longest + (step.workingDays ?? 0));
    return longest + (step.workingDays ?? 0);
  }
  // Every box is a starting point here: a circle beside the main way must be found too.
  const lengths = steps.map((step) => longestFrom(step.id));
  return lengths.includes(null) ? null : (lengths[0] ?? 0);
}

/** A case on this chart always ends. */
export function chartNeverRunsInACircle(steps: Steps): boolean {
  return longestWayInWorkingDays(steps) !== null;
}
