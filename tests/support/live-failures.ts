import { DatabaseError } from '../../local-cloud/engine';

/** One failure as the live cloud words it: what the SDK throws. */
export type LiveFailure = () => Error;

const database =
  (code: string, message: string): LiveFailure =>
  () =>
    new DatabaseError(code, message);
const socket =
  (code: string): LiveFailure =>
  () =>
    Object.assign(new Error(code), { code });

const askSupport = 'Please check your request, but if the problem persists, contact us.';

/** Somebody was there before: nothing of the transaction stands. */
export const liveConflicts: readonly LiveFailure[] = [
  database(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict. ${askSupport}`,
  ),
  database(
    'DATABASE_REQUEST_FAILED',
    '[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error ' +
      'collection: tnt.commands index: _id_ dup key}]}]',
  ),
  database(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${askSupport}`,
  ),
];

/** Turned away before anything was done. */
export const liveRefusals: readonly LiveFailure[] = [
  database('EXCEED_RATELIMIT', '[LimitExceeded] request rate limit exceeded'),
  database('EXCEED_CONCURRENT_REQUEST_LIMIT', '[LimitExceeded] too many connections'),
  socket('ECONNREFUSED'),
];

/** No answer: what was asked for may have been done or not. */
export const liveSilences: readonly LiveFailure[] = [
  database('DATABASE_TIMEOUT', '[ResourceUnavailable.Timeout] query timed out'),
  database('SERVER_TIMEOUT', 'timeout'),
  socket('ECONNRESET'),
  socket('ESOCKETTIMEDOUT'),
];
