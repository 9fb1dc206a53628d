import type { AlarmOutcome } from './types';

/** What two people say of books that were looked into. */
export const outcomeWords: Record<AlarmOutcome, string> = {
  restored: '账已经改回来',
  kept: '查清了,按现在的账往下记',
};
