import type { Failure } from '../types';

type Options = Record<string, unknown>;
type Callback = (result: Options) => void;

/** A failure as WeChat gives it: words after `fail`, and a number where it has one. */
export class ApiFailure extends Error {
  readonly errno?: number;

  constructor({ message, errno }: Failure) {
    super(message);
    this.errno = errno;
  }
}

/**
 * Makes a function in WeChat's style: it answers through success / fail / complete where these
 * are given and through a promise otherwise; `errMsg` says how it went.
 */
export function api(name: string, run: (options: never) => unknown) {
  return (given?: unknown): Promise<unknown> | undefined => {
    const options = (given ?? {}) as Options & {
      success?: Callback;
      fail?: Callback;
      complete?: Callback;
    };
    const answer = Promise.resolve()
      .then(() => run(options as never))
      .then((value) => ({ ...((value ?? {}) as Options), errMsg: `${name}:ok` }));
    const { success, fail, complete } = options;
    if (success === undefined && fail === undefined && complete === undefined) {
      return answer.catch((error: unknown) => Promise.reject(failure(name, error)));
    }
    answer.then(
      (result) => {
        success?.(result);
        complete?.(result);
      },
      (error: unknown) => {
        const result = failure(name, error);
        fail?.(result);
        complete?.(result);
      },
    );
    return undefined;
  };
}

function failure(name: string, error: unknown): Options {
  const message = error instanceof Error ? error.message : String(error);
  const { errCode, errno } = (error ?? {}) as { errCode?: unknown; errno?: unknown };
  return {
    errMsg: `${name}:fail ${message}`.trim(),
    ...(errCode !== undefined && { errCode }),
    ...(errno !== undefined && { errno }),
  };
}

type Table = Record<string, (options: never) => unknown>;

/** Names each function after its key, so that `errMsg` needs no second spelling. */
export function apis(table: Table): Record<string, unknown> {
  return Object.fromEntries(Object.entries(table).map(([name, run]) => [name, api(name, run)]));
}

/** The same for what fails on a phone now and then: a failure may lie ready for it. */
export function failable(state: { mayFail: (name: string) => void }, table: Table) {
  const guarded = Object.entries(table).map(
    ([name, run]): [string, (options: never) => unknown] => [
      name,
      (options) => {
        state.mayFail(name);
        return run(options);
      },
    ],
  );
  return apis(Object.fromEntries(guarded));
}

/**
 * The `wx` object: what the harness does not know is an error that names it when it is called.
 * Reading a name is harmless, because libraries probe for features.
 */
export function strict(known: Record<string, unknown>): Record<string, unknown> {
  return new Proxy(known, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || key === 'webpackJsonp' || key === 'then') {
        return Reflect.get(target, key);
      }
      return () => {
        throw new Error(`wx.${key} is not in the harness; add it to tests/weapp/harness/host`);
      };
    },
  });
}
