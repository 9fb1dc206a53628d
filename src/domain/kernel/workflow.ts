import type { MessageKind } from '../messages/types';
import { refuse } from './refusal';

/**
 * A workflow is a table. From it come the server's check, the buttons on the phone, the timeline,
 * the flow chart and the exhaustive test of every state × action × role.
 */
export type WorkflowRow<State extends string, By extends string, Facts> = {
  readonly action: string;
  readonly label: string;
  readonly from: readonly State[];
  /** Where it leads; more than one where the facts decide (the decision names which). */
  readonly to: readonly State[];
  readonly by: readonly By[];
  /** Pure predicates, each a sentence; the first that answers a refusal stops the move. */
  readonly needs: readonly Need<Facts>[];
  /** How long whoever may make the move has; without it nobody waits for the move. */
  readonly due?: Due;
  /**
   * Waited for only once what came before it is late, or only where the rows before it wait for
   * nobody.
   */
  readonly turn?: 'once-late' | 'if-nobody-else';
  /** What people are told outside the app, by where it led; who is waited for is told anyway. */
  readonly tells?: Partial<Record<State, MessageKind>>;
};

/**
 * Working limits run in working days, objections in days; `own` is a day that the document itself
 * names. The first day is not counted.
 */
export type Due = { workingDays: number } | { days: number } | 'own';

export type Need<Facts> = (facts: Facts) => { code: string; message: string } | null;

/** Refuses a move the table does not hold, or one whose needs are not met. */
export function mustAllowMove<State extends string, By extends string, Facts>(
  table: readonly WorkflowRow<State, By, Facts>[],
  action: string,
  state: State,
  facts: Facts,
  stateLabel: (state: State) => string,
): WorkflowRow<State, By, Facts> {
  const row = table.find((candidate) => candidate.action === action);
  if (!row?.from.includes(state)) {
    refuse('wrong-state', `现在是“${stateLabel(state)}”,不能再做这一步。请刷新看看最新情况。`, {
      state,
    });
  }
  for (const need of row.needs) {
    const missing = need(facts);
    if (missing) refuse(missing.code, missing.message);
  }
  return row;
}

/** The buttons somebody who acts as any of `by` may be shown. */
export function offeredMoves<State extends string, By extends string, Facts>(
  table: readonly WorkflowRow<State, By, Facts>[],
  state: State,
  by: readonly By[],
  facts: Facts,
): { action: string; label: string }[] {
  return table
    .filter((row) => row.from.includes(state) && row.by.some((role) => by.includes(role)))
    .filter((row) => row.needs.every((need) => need(facts) === null))
    .map(({ action, label }) => ({ action, label }));
}
