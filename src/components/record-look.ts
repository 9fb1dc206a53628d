import type { RecordState } from '../contracts/records';
import type { IconName } from './icon';
import type { StateTone } from './state-tag';

type Look = { tone: StateTone; icon?: IconName };

const looks: Record<RecordState, Look> = {
  'waiting-check': { tone: 'waiting' },
  'waiting-cosign': { tone: 'waiting' },
  'waiting-draw': { tone: 'waiting' },
  'waiting-review': { tone: 'waiting' },
  'waiting-notice': { tone: 'waiting' },
  'on-notice': { tone: 'waiting', icon: 'notice' },
  objected: { tone: 'stopped' },
  posted: { tone: 'done' },
  'waiting-reversal': { tone: 'stopped' },
  reversed: { tone: 'stopped', icon: 'cross' },
  withdrawn: { tone: 'ended' },
  'refused-at-check': { tone: 'stopped', icon: 'cross' },
  'refused-at-cosign': { tone: 'stopped', icon: 'cross' },
  'refused-at-review': { tone: 'stopped', icon: 'cross' },
  'objection-upheld': { tone: 'stopped', icon: 'cross' },
};

const refusals: readonly RecordState[] = [
  ...(['refused-at-check', 'refused-at-cosign', 'refused-at-review'] as const),
  'objection-upheld',
];

/** It ended without points, and not by the will of who told it. */
export const isRefused = (state: RecordState): boolean => refusals.includes(state);

/** Colour and icon of a record's state; its word comes with the record. */
export function lookOf(state: RecordState): Look {
  return looks[state];
}
