type Sleeper = { atMs: number; wake: () => void };

/**
 * Time that passes only while somebody waits for the database, so that what runs in parallel
 * overlaps and what runs in turn adds up, without anybody really waiting.
 */
export class VirtualTime {
  nowMs = 0;
  private readonly sleepers: Sleeper[] = [];
  private turning = false;

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.sleepers.push({ atMs: this.nowMs + ms, wake });
      this.turn();
    });
  }

  /** Wakes one sleeper a turn of the event loop: what it does next is done before the next one. */
  private turn(): void {
    if (this.turning) return;
    this.turning = true;
    setImmediate(() => {
      this.turning = false;
      let first = 0;
      for (const [index, { atMs }] of this.sleepers.entries()) {
        if (atMs < (this.sleepers[first]?.atMs ?? 0)) first = index;
      }
      const [sleeper] = this.sleepers.splice(first, 1);
      if (!sleeper) return;
      this.nowMs = Math.max(this.nowMs, sleeper.atMs);
      sleeper.wake();
      if (this.sleepers.length > 0) this.turn();
    });
  }
}
