import type { InputOf } from '../../../contracts/contract';
import type { listRecords } from '../../../contracts/records';

export type QueueView = InputOf<typeof listRecords>['view'];

const queues: readonly QueueView[] = [
  'to-check',
  'to-cosign',
  'to-review',
  'review-late',
  'objections',
  'reversals',
  'to-recheck',
];

/** The work a page was opened from; null for anything that is not such work. */
export function readQueue(text: string | undefined): QueueView | null {
  return queues.find((queue) => queue === text) ?? null;
}
