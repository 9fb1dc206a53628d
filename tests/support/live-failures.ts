import { DatabaseError } from '../../local-cloud/engine';
import { type LiveWord, liveWords } from '../../local-cloud/platform/live-words';

/** One failure as the live cloud words it: what the SDK throws. */
export type LiveFailure = () => Error;

const database =
  (word: LiveWord): LiveFailure =>
  () =>
    new DatabaseError(liveWords[word].code, liveWords[word].message);
const socket =
  (code: string): LiveFailure =>
  () =>
    Object.assign(new Error(code), { code });

/** Somebody was there before: nothing of the transaction stands. */
export const liveConflicts: readonly LiveFailure[] = [
  ...[database('conflict'), database('duplicate'), database('busy')],
];

/** Turned away before anything was done. */
export const liveRefusals: readonly LiveFailure[] = [
  ...[database('rate-limit'), database('too-many-at-once'), socket('ECONNREFUSED')],
];

/** No answer: what was asked for may have been done or not. */
export const liveSilences: readonly LiveFailure[] = [
  ...[database('database-timeout'), database('server-timeout')],
  ...[socket('ECONNRESET'), socket('ESOCKETTIMEDOUT')],
];
