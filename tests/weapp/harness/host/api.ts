type Options = Record<string, unknown>;
type Callback = (result: Options) => void;

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
  const code = (error as { errCode?: unknown } | null)?.errCode;
  return { errMsg: `${name}:fail ${message}`, ...(code !== undefined && { errCode: code }) };
}

/** Names each function after its key, so that `errMsg` needs no second spelling. */
export function apis(table: Record<string, (options: never) => unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(table).map(([name, run]) => [name, api(name, run)]));
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
