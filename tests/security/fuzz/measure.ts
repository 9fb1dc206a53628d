/** What a call costs whoever waits for it, whatever else the machine does at the time. */
export type Cost = {
  cpuMs: number;
  /** Pauses it asked for, as the store does between two tries. */
  waitedMs: number;
};

/** Runs one call alone; what it waits for is counted where it asks the clock for it. */
export async function measured<T>(run: () => Promise<T>): Promise<{ answer: T; cost: Cost }> {
  const real = globalThis.setTimeout;
  let waitedMs = 0;
  const counting = (callback: () => void, pauseMs = 0, ...given: unknown[]) => {
    waitedMs += pauseMs;
    return real(callback, pauseMs, ...given);
  };
  globalThis.setTimeout = Object.assign(counting, real) as typeof setTimeout;
  try {
    const startedAt = process.cpuUsage();
    const answer = await run();
    const { user, system } = process.cpuUsage(startedAt);
    return { answer, cost: { cpuMs: (user + system) / 1_000, waitedMs } };
  } finally {
    globalThis.setTimeout = real;
  }
}
