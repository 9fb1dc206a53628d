/**
 * What the platform itself answers when a call cannot be served: a code of the SDK's own table, a
 * number and a sentence for phones, and a status for plain HTTP callers.
 * Source: CloudBase error codes (docs.cloudbase.net/error-code), WeChat cloud error table.
 */
export type FailureCode =
  | 'EXCEED_REQUEST_LIMIT'
  | 'EXCEED_REQUEST_SIZE_LIMIT'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'
  | 'FUNCTIONS_RESULT_SIZE_EXCEED_LIMIT'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTION_NOT_FOUND'
  | 'DATABASE_PERMISSION_DENIED'
  | 'INVALID_ACTION'
  | 'INVALID_PARAM'
  | 'PERMISSION_DENIED'
  | 'SIGN_PARAM_INVALID'
  | 'STORAGE_EXCEED_AUTHORITY'
  | 'STORAGE_FILE_NONEXIST'
  | 'SYS_ERR';

const FAILURES: Record<FailureCode, { errCode: number; httpStatus: number }> = {
  EXCEED_REQUEST_LIMIT: { errCode: -501003, httpStatus: 503 },
  EXCEED_REQUEST_SIZE_LIMIT: { errCode: -501007, httpStatus: 413 },
  FUNCTIONS_EXECUTE_FAIL: { errCode: -504002, httpStatus: 500 },
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: { errCode: -504002, httpStatus: 500 },
  FUNCTIONS_RESULT_SIZE_EXCEED_LIMIT: { errCode: -604001, httpStatus: 500 },
  FUNCTIONS_TIME_LIMIT_EXCEEDED: { errCode: -504003, httpStatus: 504 },
  FUNCTION_NOT_FOUND: { errCode: -501000, httpStatus: 404 },
  DATABASE_PERMISSION_DENIED: { errCode: -502003, httpStatus: 403 },
  INVALID_ACTION: { errCode: -501007, httpStatus: 400 },
  INVALID_PARAM: { errCode: -501007, httpStatus: 400 },
  PERMISSION_DENIED: { errCode: -501023, httpStatus: 403 },
  SIGN_PARAM_INVALID: { errCode: -501006, httpStatus: 401 },
  STORAGE_EXCEED_AUTHORITY: { errCode: -503002, httpStatus: 403 },
  STORAGE_FILE_NONEXIST: { errCode: -503003, httpStatus: 404 },
  SYS_ERR: { errCode: -501001, httpStatus: 500 },
};

export class PlatformFailure extends Error {
  readonly code: FailureCode;
  readonly errCode: number;
  readonly httpStatus: number;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.name = 'PlatformFailure';
    this.code = code;
    this.errCode = FAILURES[code].errCode;
    this.httpStatus = FAILURES[code].httpStatus;
  }
}

/** Turns anything thrown into a failure; the inside of an unknown error is not shown to callers. */
export function toPlatformFailure(error: unknown): PlatformFailure {
  if (error instanceof PlatformFailure) return error;
  return new PlatformFailure('SYS_ERR', 'system error');
}
