/** What became of a request that the database did not answer with success. */
export type Fate =
  /** Somebody else wrote what it rests on, or has made the document: nothing of it stands. */
  | 'conflict'
  /** Turned away before it was begun: nothing of it stands. */
  | 'turned-away'
  /** The answer was lost or the platform gave up waiting: it may stand. */
  | 'unclear'
  /** Asked again it would be answered the same. */
  | 'final';

/**
 * The live cloud words one failure in several ways, and now by code, now in the message alone: a
 * duplicate `_id` came as -502001 with "E11000" in it. The first line that fits decides.
 * Source: the SDK's own tests, CloudBase error codes, reports of others who measured live.
 */
const words: readonly (readonly [Exclude<Fate, 'final'>, RegExp])[] = [
  ['conflict', /TRANSACTION_?CONFLICT|TransactionBusy|DUPLICATE_?WRITE|E11000|WriteConflict/i],
  ['turned-away', /EXCEED_RATELIMIT|EXCEED_CONCURRENT_REQUEST_LIMIT|RequestLimitExceeded/],
  ['turned-away', /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/],
  // Over after 30 seconds, or ended by a commit whose answer was lost.
  ['unclear', /TransactionNotExist|DATABASE_TRANSACTION_FAIL/],
  ['unclear', /DATABASE_TIMEOUT|SERVER_TIMEOUT|ResourceUnavailable\.Timeout/],
  ['unclear', /ECONNRESET|ESOCKETTIMEDOUT|ETIMEDOUT|EPIPE|socket hang up/],
  // A gateway's own page: a number in place of a code, or HTML that is no JSON.
  ['unclear', /^50[234]\b|SyntaxError.*</],
];

/** The one place that judges an error of the database, by its code or its message. */
export function fateOf(error: unknown): Fate {
  const { code, errCode, name, message } = (error ?? {}) as Record<string, unknown>;
  const text = [code ?? errCode, name, message].filter((part) => part !== undefined).join(' ');
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? 'final';
}
