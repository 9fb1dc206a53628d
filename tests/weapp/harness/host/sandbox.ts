import type { WeappPackage } from '../types';
import type { PhoneState } from './state';

type Exports = Record<string, unknown>;

/** What a mini-program's code must not see: WeChat runs it without a document. */
const hidden = [
  'window',
  'self',
  'parent',
  'top',
  'document',
  'location',
  'history',
  'navigator',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'crypto',
  'alert',
  'Event',
  'MutationObserver',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'Image',
  'Blob',
  'FileReader',
];

const builtIns =
  'Object Array Number Boolean String Symbol BigInt Math JSON Date RegExp Error TypeError ' +
  'RangeError SyntaxError ReferenceError EvalError URIError Map Set WeakMap WeakSet ' +
  'Promise Proxy Reflect ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray ' +
  'Int16Array Uint16Array Int32Array ' +
  'Uint32Array Float32Array Float64Array parseInt parseFloat isNaN isFinite encodeURIComponent ' +
  'decodeURIComponent encodeURI decodeURI escape unescape console';

/** Code from a string is forbidden on WeChat, but for the idiom that asks for the global. */
function guardedFunction(globalObject: object) {
  return function guarded(...parts: string[]) {
    if (parts.length === 1 && parts[0]?.trim().replace(/;$/, '') === 'return this') {
      return () => globalObject;
    }
    throw new Error('WeChat forbids code from strings (new Function)');
  };
}

export type Timers = {
  setTimeout: typeof setTimeout;
  setInterval: typeof setInterval;
  clearTimeout: typeof clearTimeout;
  clearInterval: typeof clearInterval;
};

/**
 * Timers that end with the phone and rest with the app: nothing fires into a window that has been
 * closed, and what is due while the app sleeps fires once when it wakes.
 */
export function makeTimers(state: PhoneState): Timers {
  const guard = (run: unknown) => {
    let values: unknown[] = [];
    const fire = () => {
      if (!state.closed && typeof run === 'function') {
        run(...values);
      }
    };
    return (...given: unknown[]) => {
      values = given;
      state.onceAwake(fire);
    };
  };
  return {
    setTimeout: ((run: unknown, delayMs?: number, ...values: unknown[]) => {
      return window.setTimeout(guard(run), delayMs, ...values);
    }) as typeof setTimeout,
    setInterval: ((run: unknown, delayMs?: number, ...values: unknown[]) => {
      return window.setInterval(guard(run), delayMs, ...values);
    }) as typeof setInterval,
    clearTimeout: ((id?: number) => window.clearTimeout(id)) as typeof clearTimeout,
    clearInterval: ((id?: number) => window.clearInterval(id)) as typeof clearInterval,
  };
}

/**
 * Loads the package's CommonJS files, each with the globals of a mini-program and no others.
 * @param given wx, App, Page, Component, getApp …
 * @returns `require` by path from the package's root, without extension
 */
export function makeLoader(
  weapp: WeappPackage,
  given: Record<string, unknown>,
  timers: Timers,
): (path: string) => Exports {
  const globalObject: Record<string, unknown> = { ...timers };
  for (const name of builtIns.split(' ')) {
    globalObject[name] = (window as unknown as Record<string, unknown>)[name];
  }
  globalObject.globalThis = globalObject;
  globalObject.global = globalObject;
  const scope: Record<string, unknown> = {
    ...Object.fromEntries(hidden.map((name) => [name, undefined])),
    ...given,
    ...timers,
    globalThis: globalObject,
    global: globalObject,
    Function: guardedFunction(globalObject),
  };
  const loaded = new Map<string, { exports: Exports }>();
  const load = (path: string): Exports => {
    const known = loaded.get(path);
    if (known !== undefined) {
      return known.exports;
    }
    const source = weapp.scripts[path];
    if (source === undefined) {
      throw new Error(`the package has no ${path}.js`);
    }
    const module = { exports: {} as Exports };
    loaded.set(path, module);
    const names = ['require', 'module', 'exports', ...Object.keys(scope)];
    const run = new Function(...names, `${source}\n//# sourceURL=weapp:///${path}.js`);
    const require = (target: string) => load(resolvePath(path, target));
    run(require, module, module.exports, ...Object.values(scope));
    return module.exports;
  };
  return load;
}

/** `../sub/page` seen from `a/b/c` → `a/sub/page`; a leading slash is the package's root. */
export function resolvePath(from: string, target: string): string {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of target.replace(/\.js$/, '').split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
