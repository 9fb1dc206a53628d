import { isOffline, isUndecided, troubleOf } from '../../src/client/trouble';
import { NoAnswer, withinTime } from '../../src/client/within-time';
import { commonRefusals } from '../../src/contracts/refusals';

/** As `wx.cloud` rejects: a number and words, or an older client's words alone. */
const wxCloud = (errCode: number, said: string) =>
  Object.assign(new Error(said), { errCode, errMsg: `cloud.callFunction:fail ${said}` });
const inWords = (errCode: number, said: string) => ({
  errMsg: `cloud.callFunction:fail Error: errCode: ${errCode}  | errMsg: ${said}`,
});

test.each([
  ['no signal', wxCloud(-1, 'request:fail net::ERR_INTERNET_DISCONNECTED'), 'no-network', null],
  ['no signal, in words', inWords(-1, 'request:fail '), 'no-network', null],
  ['the phone knows no reason', new TypeError('Failed to fetch'), 'no-network', null],
  ['nothing at all', undefined, 'no-network', null],
  ['cut off in the background', { errMsg: 'request:fail interrupted' }, 'no-answer', null],
  ['WeChat waited too long', inWords(-1, 'request:fail timeout'), 'no-answer', null],
  ['we waited too long', new NoAnswer('no answer in time'), 'no-answer', null],
  [
    'the function took too long',
    wxCloud(-504_003, 'Invoking task timed out after 3 seconds'),
    'cloud-trouble',
    -504_003,
  ],
  [
    'WeChat gave up asking for the answer: it may have been done',
    inWords(-404_012, 'polling exceed max timeout retry'),
    'cloud-trouble',
    -404_012,
  ],
  ['a right is missing', wxCloud(-503_002, 'STORAGE_EXCEED_AUTHORITY'), 'cloud-trouble', -503_002],
  ['the function died', inWords(-504_002, 'functions execute fail'), 'cloud-trouble', -504_002],
  ['no such function', wxCloud(-501_000, 'FUNCTION_NOT_FOUND'), 'cloud-trouble', -501_000],
  ['too many at once', wxCloud(-501_018, 'EXCEED_RATELIMIT'), 'cloud-busy', -501_018],
  ['too many instances', inWords(-504_001, 'FunctionsConcurrentLimit'), 'cloud-busy', -504_001],
  [
    'the answer was too large to get through',
    wxCloud(-604_001, 'FUNCTIONS_RESULT_SIZE_EXCEED_LIMIT: more than 1048576 bytes'),
    'cloud-trouble',
    -604_001,
  ],
  ['the package is used up', wxCloud(-501_022, 'EXCEED_REQUEST_LIMIT'), 'cloud-busy', -501_022],
])('%s', (_name, failure, code, platformCode) => {
  const error = troubleOf(failure);
  expect(error.code).toBe(code);
  expect(error.details?.platformCode ?? null).toBe(platformCode);
  // Only what the cloud said has a number to tell, and nobody is shown its English words.
  expect(/\d{6}/.exec(error.message)?.[0] ?? null).toBe(
    platformCode === null ? null : String(-platformCode),
  );
  expect(error.message).not.toMatch(/[a-z]/i);
  expect(isUndecided(error)).toBe(true);
  expect(isOffline(error)).toBe(code === 'no-network' || code === 'no-answer');
});

test.each([
  ['by the platform', wxCloud(-501_007, 'EXCEED_REQUEST_SIZE_LIMIT: more than 102400 bytes')],
  ['by WeChat, in words', { errMsg: 'cloud.callFunction:fail data exceed max size' }],
])('what is too large to be sent, %s, is decided and told as our own limit', (_by, failure) => {
  const error = troubleOf(failure);
  expect(error).toEqual({ code: 'input-too-large', message: commonRefusals['input-too-large'] });
  expect([isUndecided(error), isOffline(error)]).toEqual([false, false]);
});

test('a refusal of ours is decided, but where the cloud itself does not know', () => {
  const undecided = (code: string) => isUndecided({ code, message: '' });
  expect(['busy', 'unclear', 'not-available'].every(undecided)).toBe(true);
  expect(['wrong-state', 'not-yours', 'input-invalid', 'toString'].some(undecided)).toBe(false);
});

test('what hangs is given up, and what comes in time is not', async () => {
  jest.useFakeTimers();
  const hanging = withinTime(new Promise(() => undefined), 1_000);
  const given = expect(hanging).rejects.toBeInstanceOf(NoAnswer);
  await jest.advanceTimersByTimeAsync(1_000);
  await given;
  expect(await withinTime(Promise.resolve('here'), 1_000)).toBe('here');
  await jest.advanceTimersByTimeAsync(0);
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});
