import type { Commit } from '../../../local-cloud/engine';
import type { PostingRun } from '../../../src/domain/ledger/types';
import type { Task } from './scheduler';

type Written = { villageId: string; kind: string };

/**
 * Who may post in a village: the run that took it last. One that was overtaken posts nothing more,
 * because what funds back would be counted by two, and it ends nobody's run but its own.
 */
export class Leases {
  private readonly holders = new Map<string, { leaseId: string; task: Task }>();

  /** What a commit of a run does that another one has overtaken, as sentences. */
  problemsOf({ writes }: Commit, task: Task): string[] {
    return writes.flatMap(({ collection, id, document }) => {
      if (document === null) return [];
      if (collection === 'posting-runs') return this.passed(id, document as never, task);
      if (collection !== 'entries') return [];
      const { kind, villageId } = document as unknown as Written;
      if (kind !== 'award' || this.holders.get(villageId)?.task === task) return [];
      return [`${task.name} posted in ${villageId} while another run had it`];
    });
  }

  private passed(villageId: string, { leaseId }: PostingRun, task: Task): string[] {
    const held = this.holders.get(villageId);
    if (leaseId !== null) {
      this.holders.set(villageId, { leaseId, task });
      return [];
    }
    return held?.task === task ? [] : [`${task.name} ended another's run in ${villageId}`];
  }
}
