import { type LiveWord, liveWords } from './live-words';

/**
 * What may go wrong with one request: a refusal in the live cloud's words, or no answer at all:
 * `reset` cuts the connection before anything is done, `answer-lost` after it is done, `silence`
 * lets the caller wait, nothing done.
 */
export type FaultKind = LiveWord | 'reset' | 'answer-lost' | 'silence';

/** The next requests of an action (`database.commitTransaction`; absent: of any) that fail so. */
export type Fault = { kind: FaultKind; action?: string; times?: number };

export type Faults = {
  add(fault: Fault): void;
  /** The fault that meets this request, if any; each meets as many as it was made for. */
  take(action: string): FaultKind | null;
  clear(): void;
};

const silent: ReadonlySet<string> = new Set(['reset', 'answer-lost', 'silence']);

/** @throws RangeError for what is no fault */
export function readFault(value: unknown): Fault {
  const { kind, action, times } = Object(value) as Record<string, unknown>;
  const known = typeof kind === 'string' && (kind in liveWords || silent.has(kind));
  if (!known) throw new RangeError(`no such fault: ${String(kind)}`);
  const named = action === undefined || typeof action === 'string';
  const counted = times === undefined || (Number.isSafeInteger(times) && Number(times) > 0);
  if (!named || !counted) throw new RangeError('a fault has an action and a number of times');
  return value as Fault;
}

export function createFaults(): Faults {
  let waiting: Required<Fault>[] = [];
  return {
    add: ({ kind, action = '', times = 1 }) => void waiting.push({ kind, action, times }),
    take(action) {
      const fault = waiting.find((each) => each.action === '' || each.action === action);
      if (fault === undefined) return null;
      fault.times -= 1;
      waiting = waiting.filter((each) => each.times > 0);
      return fault.kind;
    },
    clear() {
      waiting = [];
    },
  };
}
