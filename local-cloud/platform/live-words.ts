import { duplicateKey, transactionConflict } from '../engine/errors';

export type Words = { code: string; message: string };

const askSupport = 'Please check your request, but if the problem cannot be solved, contact us.';

/** What the live cloud says where it turns a request away or gives up, word for word if known. */
export const liveWords = {
  conflict: transactionConflict(),
  busy: {
    code: 'DATABASE_TRANSACTION_FAIL',
    message: `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${askSupport}`,
  },
  duplicate: duplicateKey('any', '_id_'),
  'rate-limit': {
    code: 'EXCEED_RATELIMIT',
    message: '[LimitExceeded] request rate exceeds the QPS quota of the package',
  },
  'too-many-at-once': {
    code: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
    message: '[LimitExceeded] concurrent requests exceed the limit of the package',
  },
  'used-up': {
    code: 'EXCEED_REQUEST_LIMIT',
    message: '[LimitExceeded] the quota of the package is used up',
  },
  isolated: {
    code: 'EXCEED_REQUEST_LIMIT',
    message: '[LimitExceeded] the environment is isolated: its package is used up',
  },
  'database-timeout': {
    code: 'DATABASE_TIMEOUT',
    message: '[ResourceUnavailable.Timeout] The request was not answered in time.',
  },
  'server-timeout': { code: 'SERVER_TIMEOUT', message: 'server timeout' },
} satisfies Record<string, Words>;

export type LiveWord = keyof typeof liveWords;
