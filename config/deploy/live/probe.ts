import type { CloudBase } from '@cloudbase/node-sdk';

/** What a probe works with; all it writes lies in the one collection that is thrown away. */
export type Tools = {
  app: CloudBase;
  collection: string;
  /** Stands before every id of this run of this probe. */
  mark: string;
  context: Record<string, unknown>;
  /** How long one step may take before a probe that feels its way stops. */
  longestStepMs: number;
};

/** One question put to the platform; the answer is JSON without anything personal. */
export type Probe = (tools: Tools) => Promise<unknown>;

const words = ['E11000', 'TransactionBusy', 'TransactionConflict', 'TransactionNotExist'];

/** An error in a form that can be compared: its code, and the known word of its message. */
export function codeOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = String(message ?? error);
  const word = words.find((each) => text.includes(each));
  const name = String(code ?? text.slice(0, 60));
  return word === undefined ? name : `${name} (${word})`;
}

/** "ok", or how it failed. */
export async function outcome(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'ok';
  } catch (error) {
    return codeOf(error);
  }
}

/** Feels its way up: the largest step that went well, and how the first other one failed. */
export async function largest(
  steps: readonly number[],
  longestStepMs: number,
  work: (step: number) => Promise<unknown>,
): Promise<{ largest: number; end: string }> {
  let done = 0;
  for (const step of steps) {
    const startedAtMs = performance.now();
    const went = await outcome(() => work(step));
    if (went !== 'ok') return { largest: done, end: went };
    done = step;
    if (performance.now() - startedAtMs > longestStepMs) return { largest: done, end: 'too slow' };
  }
  return { largest: done, end: 'no end seen' };
}

export const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
