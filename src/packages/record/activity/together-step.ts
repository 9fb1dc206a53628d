import { checkActivity, type readActivity, reviewActivity } from '../../../contracts/activities';
import type { Contract, InputOf, ValueOf } from '../../../contracts/contract';
import { calledBy } from '../../../domain/kernel/names';

export type FullActivity = ValueOf<typeof readActivity>;
export type ActivityLine = FullActivity['lines'][number];

export type TogetherStep = {
  contract: Contract<InputOf<typeof checkActivity>, ValueOf<typeof checkActivity>>;
  /** What is done with each of its records. */
  ofOne: string;
  /** What happens once it is agreed to. */
  agreed: string;
};

const steps: Readonly<Record<string, TogetherStep>> = {
  'check-activity': {
    contract: checkActivity,
    ofOne: 'check-record',
    agreed: '同意后抽人评议。干部家的先由监督委员会联签。',
  },
  'review-activity': {
    contract: reviewActivity,
    ofOne: 'review-record',
    agreed: '过半同意就能公示。表态后不能改。',
  },
};

/** The step that somebody may take with all of it now; null where there is none. */
export function stepOf({ offered }: FullActivity): TogetherStep | null {
  for (const { action } of offered) {
    const step = steps[action];
    if (step) return step;
  }
  return null;
}

/** The lines that an action is offered for. */
export const offeredFor = ({ lines }: FullActivity, action: string): ActivityLine[] =>
  lines.filter(({ offered }) => offered.includes(action));

/** Said before all of it is agreed to; null where there is none. */
export const repeatOf = ({ sameDay }: ActivityLine): string | null =>
  sameDay === 0 ? null : `同一天另有 ${sameDay} 条`;

/** `17号户 张*`; of what is about somebody's health nobody is named. */
export function wordsOf({ householdNumber, householdName }: ActivityLine): string {
  if (householdNumber === null) return '本村一户';
  return calledBy(householdNumber, householdName);
}
