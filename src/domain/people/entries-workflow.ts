import type { Need, WorkflowRow } from '../kernel/workflow';
import { anotherMustAgree, oneStandsOutside } from './two-people';
import type { Decider, EntryCheck } from './types';

/** `waiting`: as long as one line is left that one person alone entered. */
export type EntriesState = 'waiting' | 'confirmed';

/** Who looks at what somebody else entered into a village's register. */
export type EntriesFacts = {
  check: EntryCheck;
  confirmer: { personId: string; as: Decider };
};

type EntriesNeed = Need<EntriesFacts>;

const ofSecond =
  (need: typeof anotherMustAgree): EntriesNeed =>
  ({ check: { entered }, confirmer }) =>
    need({ agreed: entered, decider: confirmer });

const confirming = {
  ...{ action: 'confirm-entries', label: '核对好了', due: { workingDays: 3 } },
  needs: [ofSecond(anotherMustAgree), ofSecond(oneStandsOutside)],
} as const;

/**
 * Whoever entered is the first of two people, anybody who may decide in the village the second. The
 * town too: a village that begins has nobody yet.
 */
export const entriesWorkflow: readonly WorkflowRow<EntriesState, Decider, EntriesFacts>[] = [
  {
    ...confirming,
    ...{ from: ['waiting'], to: ['waiting', 'confirmed'] },
    by: ['cadre', 'supervisor', 'town-admin'],
  },
];
