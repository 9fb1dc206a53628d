import type { MatterContent } from '../../contracts/lists';

type Step = MatterContent['steps'][number];

/** `15个工作日`, `当天`; empty where no limit is set. */
export function daysInWords(workingDays: number | null): string {
  if (workingDays === null) return '';
  return workingDays === 0 ? '当天' : `${workingDays}个工作日`;
}

/** `最多15个工作日`, `当天办`; empty where no limit is set. */
export function limitInWords(workingDays: number | null): string {
  const days = daysInWords(workingDays);
  return workingDays ? `最多${days}` : days && `${days}办`;
}

/** Where a step leads, a sentence for each way: `不行,到第3步“做c”`. */
export function waysInWords(step: Step, steps: readonly Step[]): string[] {
  if (step.next.length === 0) return ['到这里就办完了'];
  return step.next.map(({ to, when }) => {
    const at = steps.findIndex((each) => each.id === to);
    const target = `到第${at + 1}步“${steps[at]?.name ?? ''}”`;
    return when ? `${when},${target}` : `然后${target}`;
  });
}

/** A flow chart for reading aloud: one sentence group a step. */
export function chartInWords(steps: readonly Step[]): string[] {
  return steps.map((step, index) => {
    const limit = limitInWords(step.workingDays);
    const next = waysInWords(step, steps).join(';');
    return `第${index + 1}步:${step.name}。由${step.who}办${limit && `,${limit}`}。${next}。`;
  });
}
