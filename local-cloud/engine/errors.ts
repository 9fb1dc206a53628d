/** A refusal with the platform's own code, as the SDK hands it to the caller. */
export class DatabaseError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'DatabaseError';
    this.code = code;
  }
}

/** The data folder cannot be used; the message says what is wrong and what to do. */
export class FolderRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FolderRefused';
  }
}

const askSupport = 'Please check your request, but if the problem cannot be solved, contact us.';

/** Word for word as live clouds print it; the SDK's own tests end it “if the problem persists”. */
export function transactionConflict(): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, ' +
      `maybe resource operated by others. ${askSupport}`,
  );
}

/** Also the answer after a commit, an abort, a conflict or 30 seconds. */
export function transactionGone(): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. ${askSupport}`,
  );
}

export function collectionMissing(name: string): DatabaseError {
  return new DatabaseError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${askSupport}`,
  );
}

/** The live cloud has no code of its own for it: MongoDB's text stands in the message. */
export function duplicateKey(collection: string, index: string): DatabaseError {
  return new DatabaseError(
    'DATABASE_REQUEST_FAILED',
    '[FailedOperation] multiple write errors: [{write errors: [{E11000 duplicate key error ' +
      `collection: ${collection} index: ${index} dup key}]}, {<nil>}]`,
  );
}

export function invalidParameter(message: string): DatabaseError {
  return new DatabaseError('INVALID_PARAM', message);
}

/** A write MongoDB itself would refuse, such as $inc on text. */
export function requestFailed(message: string): DatabaseError {
  return new DatabaseError('DATABASE_REQUEST_FAILED', message);
}

/** Not the platform's: there it would be slow, and fail once there is much to sort. */
export function unindexed(collection: string, fields: string[]): DatabaseError {
  return requestFailed(`No declared index of ${collection} serves ${fields.join(', ')}`);
}

export function waitedTooLong(): DatabaseError {
  return new DatabaseError(
    'DATABASE_TIMEOUT',
    '[ResourceUnavailable.Timeout] The document stayed locked by a transaction for too long.',
  );
}

/** The disk refused; what the driver says of a full one is SQLITE_FULL or ENOSPC. */
export function notWritten(reason: unknown): DatabaseError {
  const text = `${String((reason as { code?: unknown } | null)?.code)} ${String(reason)}`;
  const why = /SQLITE_FULL|ENOSPC|disk is full/.test(text) ? '磁盘满了' : '磁盘写不进去';
  return requestFailed(`${why},这次的改动一点也没有写入。请腾出空间或检查磁盘,再试一次。`);
}
