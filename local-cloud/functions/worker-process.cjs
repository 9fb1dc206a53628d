'use strict';
// The process a function runs in. Plain JavaScript, so that a cold start costs one bare Node start
// and the loading of the function's own bundle, nothing else.

const { moveDate } = require('./moved-date.cjs');

/**
 * @typedef {{ kind: 'load', entry: string, offsetMs: number }} LoadMessage
 * @typedef {{ kind: 'invoke', id: string, event: string, context: { environ: string },
 *   offsetMs: number }} InvokeMessage
 * @typedef {(event: unknown, context: unknown) => unknown} Handler
 */

// The cloud's offset, put under `Date`.
let offsetMs = 0;

/** @type {Handler | null} */
let handler = null;

/** @param {unknown} error */
function describe(error) {
  if (error instanceof Error) return { errorMessage: error.message, stackTrace: error.stack ?? '' };
  return {
    errorMessage: typeof error === 'string' ? error : JSON.stringify(error),
    stackTrace: '',
  };
}

/** @param {Record<string, unknown>} message */
function answer(message) {
  if (process.connected) process.send?.(message);
}

/** @param {LoadMessage} message */
function load(message) {
  offsetMs = message.offsetMs;
  try {
    const main = require(message.entry).main;
    if (typeof main !== 'function') throw new Error('handler not found: index.main');
    handler = main;
    answer({ kind: 'ready' });
  } catch (error) {
    answer({ kind: 'load-failed', ...describe(error) });
  }
}

/**
 * As the platform's own runtime does it, and no cleaner: what is in a call's environ is copied into
 * the process and stays there. A later call that carries less sees what an earlier one carried, and
 * a value ends at its second `=`.
 * @param {string} environ
 */
function copyIntoProcess(environ) {
  for (const part of environ.split(';')) {
    const [key, value] = part.split('=', 2);
    if (key) process.env[key] = value ?? '';
  }
}

/** @param {InvokeMessage} message */
async function invoke(message) {
  offsetMs = message.offsetMs;
  copyIntoProcess(message.context.environ);
  try {
    if (handler === null) throw new Error('handler not found: index.main');
    const value = await handler(JSON.parse(message.event), message.context);
    answer({ kind: 'result', id: message.id, body: JSON.stringify(value) ?? 'null' });
  } catch (error) {
    answer({ kind: 'failure', id: message.id, ...describe(error) });
  }
}

moveDate(() => offsetMs);
process.on('message', (/** @type {LoadMessage | InvokeMessage} */ message) => {
  if (message.kind === 'load') load(message);
  else void invoke(message);
});
// A worker must not outlive its cloud, however that ended.
process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole process group; the cloud itself ends its workers, after their answers.
process.on('SIGINT', () => {});
