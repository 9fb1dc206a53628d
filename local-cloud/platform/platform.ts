import { setTimeout } from 'node:timers/promises';
import { startOfDayMs } from '../functions/cron';
import { PlatformFailure } from '../platform-failure';
import { createFaults, type Fault, type FaultKind, type Faults } from './faults';
import { type LiveWord, liveWords } from './live-words';
import { type Terms, usualTerms } from './terms';

/** A request that the platform refuses; code and message as the SDK hands them to the function. */
export class TurnedAway extends Error {
  readonly code: string;

  constructor(word: LiveWord) {
    super(liveWords[word].message);
    this.code = liveWords[word].code;
  }
}

/** The connection ends without an answer. */
export class NoAnswer extends Error {}

/** Turned away before the database hears of it: a transaction stays as open as it was. */
const atTheGate: ReadonlySet<FaultKind> = new Set<FaultKind>([
  ...(['rate-limit', 'too-many-at-once', 'used-up', 'isolated'] as const),
]);

/** What stands between a function's SDK and what it asks: distance, package, mishaps. */
export type Platform = {
  readonly terms: Readonly<Terms>;
  /** Other terms from now on; what is not named stays. */
  setTerms(terms: Partial<Terms>): void;
  inject(fault: Fault): void;
  clearFaults(): void;
  /**
   * Carries one request through.
   * @param spoil ends the transaction of a request that is told it failed, as the server does
   * @throws TurnedAway with a live code, NoAnswer, PlatformFailure while isolated
   */
  carry<T>(action: string, work: () => Promise<T>, spoil?: () => void): Promise<T>;
  /** @throws PlatformFailure while the environment is isolated */
  mustServe(): void;
  stop(): void;
};

const writing = /^database\.(insert|modify|remove|addCollection|update)/;
const reading = /^database\.(get|calculate|aggregate)/;

/** Counts requests against what the package allows. */
function createMeter(nowMs: () => number, elapsedMs: () => number) {
  let recent: number[] = [];
  let day = { startMs: 0, reads: 0, writes: 0 };
  return {
    /** The word of refusal; null where the request is within the package, and then counted. */
    count(action: string, terms: Readonly<Terms>): LiveWord | null {
      if (terms.requestsPerSecond !== null) {
        const instantMs = elapsedMs();
        recent = recent.filter((each) => each > instantMs - 1000);
        if (recent.length >= terms.requestsPerSecond) return 'rate-limit';
        recent.push(instantMs);
      }
      const startMs = startOfDayMs(nowMs());
      if (startMs !== day.startMs) day = { startMs, reads: 0, writes: 0 };
      if (reading.test(action)) {
        if (day.reads >= (terms.readsPerDay ?? Number.POSITIVE_INFINITY)) return 'used-up';
        day.reads += 1;
      }
      if (writing.test(action)) {
        if (day.writes >= (terms.writesPerDay ?? Number.POSITIVE_INFINITY)) return 'used-up';
        day.writes += 1;
      }
      return null;
    },
  };
}

export type Ways = {
  /** What day it is. */
  nowMs: () => number;
  /** A clock that only time moves. */
  elapsedMs?: () => number;
  /** @throws where the pause is cut short, as nobody is served any more */
  pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
};

/** A small package, far away, where terms say so. */
export function createPlatform(given: Partial<Terms>, ways: Ways): Platform {
  const { nowMs, elapsedMs = () => performance.now() } = ways;
  const { pause = (ms, signal) => setTimeout(ms, undefined, { signal }) } = ways;
  let terms: Terms = { ...usualTerms, ...given };
  const faults: Faults = createFaults();
  const meter = createMeter(nowMs, elapsedMs);
  const stopping = new AbortController();
  let underWay = 0;

  const mustServe = () => {
    if (!terms.isolated) return;
    throw new PlatformFailure('EXCEED_REQUEST_LIMIT', liveWords.isolated.message);
  };
  /** Nobody works on what is lost on its way, so it holds no connection. */
  const silence = () =>
    new Promise<never>((_, reject) => {
      underWay -= 1;
      stopping.signal.addEventListener('abort', () => reject(new NoAnswer()), { once: true });
    });
  const met = async <T>(action: string, work: () => Promise<T>, spoil?: () => void): Promise<T> => {
    if (terms.latencyMs > 0) {
      await pause(terms.latencyMs, stopping.signal).catch(() => Promise.reject(new NoAnswer()));
    }
    const fault = faults.take(action);
    if (fault === null) return work();
    if (fault === 'silence') return silence();
    if (fault === 'answer-lost') await work();
    if (fault === 'answer-lost' || fault === 'reset') throw new NoAnswer();
    if (!atTheGate.has(fault)) spoil?.();
    throw new TurnedAway(fault);
  };

  return {
    get terms() {
      return terms;
    },
    setTerms(changed) {
      terms = { ...terms, ...changed };
    },
    inject: faults.add,
    clearFaults: faults.clear,
    mustServe,
    async carry(action, work, spoil) {
      mustServe();
      if (underWay >= (terms.connections ?? Number.POSITIVE_INFINITY)) {
        throw new TurnedAway('too-many-at-once');
      }
      const refusal = meter.count(action, terms);
      if (refusal !== null) throw new TurnedAway(refusal);
      underWay += 1;
      try {
        return await met(action, work, spoil);
      } finally {
        underWay -= 1;
      }
    },
    stop: () => stopping.abort(),
  };
}
