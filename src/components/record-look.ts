import type { RecordState } from '../contracts/records';
import type { IconName } from './icon';
import type { StateTone } from './state-tag';

type Look = { tone: StateTone; icon?: IconName };

const looks: Record<RecordState, Look> = {
  'waiting-check': { tone: 'waiting' },
  'waiting-cosign': { tone: 'waiting' },
  'waiting-review': { tone: 'waiting' },
  'waiting-notice': { tone: 'waiting' },
  'on-notice': { tone: 'waiting', icon: 'notice' },
  objected: { tone: 'stopped' },
  posted: { tone: 'done' },
  withdrawn: { tone: 'ended' },
  'refused-at-check': { tone: 'stopped', icon: 'cross' },
  'refused-at-cosign': { tone: 'stopped', icon: 'cross' },
  'refused-at-review': { tone: 'stopped', icon: 'cross' },
  'objection-upheld': { tone: 'stopped', icon: 'cross' },
};

/** Colour and icon of a record's state; its word comes with the record. */
export function lookOf(state: RecordState): Look {
  return looks[state];
}
