import type { Subject } from '../../../src/domain/documents/types';

const ofNothing = { householdId: null, shopId: null, from: null, to: null, sequence: null };

/** What is printed, with all that does not apply said to be nothing. */
export function subjectOf(
  named: Pick<Subject, 'document' | 'villageId'> & Partial<Subject>,
): Subject {
  return { ...ofNothing, ...named };
}
