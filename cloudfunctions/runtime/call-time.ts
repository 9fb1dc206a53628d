/** What the platform says of the limits of this very call. */
export type PlatformLimits = { time_limit_in_ms?: unknown; memory_limit_in_mb?: unknown };
/** What a function needs, as its config.json says: seconds, and megabytes. */
export type Needs = { timeout?: number; memorySize?: number };

/** Whatever is begun after this part of a call's time might be cut off in the middle. */
const usablePart = 0.7;
/** What is begun may meet a busy database: so much is kept to try it again, and to end well. */
const keptPart = 0.15;
const usualMemoryMb = 256;

export type CallTime = {
  /** A call begins; an instance works on one at a time. */
  begin(limits: PlatformLimits): void;
  /** What is left of its usable time; without a known limit it does not end. */
  leftMs(): number;
  /** Whether something more may be begun: not in what is kept for ending what is under way. */
  mayBegin(): boolean;
};

/** @param elapsedMs a clock that only time moves, whatever the day is said to be */
export function callTime(elapsedMs: () => number): CallTime {
  let endsAtMs = Number.POSITIVE_INFINITY;
  let keptMs = 0;
  const leftMs = () => endsAtMs - elapsedMs();
  return {
    begin({ time_limit_in_ms: limitMs }) {
      const known = typeof limitMs === 'number' && limitMs > 0;
      keptMs = known ? limitMs * keptPart : 0;
      endsAtMs = known ? elapsedMs() + limitMs * usablePart : Number.POSITIVE_INFINITY;
    },
    leftMs,
    mayBegin: () => leftMs() > keptMs,
  };
}

/**
 * What the function was not given of what it needs, as a line for its log; null where all is well.
 * DevTools does not read the limits in config.json: a function it has uploaded gets 3 seconds.
 */
export function shortageOf(
  { time_limit_in_ms: limitMs, memory_limit_in_mb: memoryMb }: PlatformLimits,
  { timeout, memorySize = usualMemoryMb }: Needs,
): { code: 'limits-too-small'; message: string } | null {
  const short: string[] = [];
  if (timeout !== undefined && typeof limitMs === 'number' && limitMs < timeout * 1000) {
    short.push(`超时时间只有 ${limitMs / 1000} 秒,要 ${timeout} 秒`);
  }
  if (typeof memoryMb === 'number' && memoryMb < memorySize) {
    short.push(`内存只有 ${memoryMb} MB,要 ${memorySize} MB`);
  }
  if (short.length === 0) return null;
  const message = `${short.join(';')}。请在云开发控制台改,或运行 npm run deploy。`;
  return { code: 'limits-too-small', message };
}
