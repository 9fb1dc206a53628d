import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** Ends the workers of a cloud that was itself killed hard. */
export type Reaper = {
  watch(pid: number): void;
  forget(pid: number): void;
  /** Lets go; resolves when the watching process is gone. */
  stop(): Promise<void>;
};

const REAPER_FILE = join(__dirname, 'reaper-process.cjs');

/** Started with the first worker, so that a cloud without functions stays one process. */
export function createReaper(): Reaper {
  let child: ChildProcess | null = null;
  const tell = (message: { watch: number } | { forget: number }) => {
    child ??= fork(REAPER_FILE, [], {
      execArgv: [],
      env: { PATH: process.env.PATH ?? '' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // A send to a process that is going is no fault: it ends the workers, as it should.
    if (child.connected) child.send(message, () => {});
  };
  return {
    watch: (pid) => tell({ watch: pid }),
    forget: (pid) => tell({ forget: pid }),
    stop() {
      const current = child;
      if (current === null || !current.connected) return Promise.resolve();
      return new Promise((resolve) => {
        current.once('exit', () => resolve());
        current.disconnect();
      });
    },
  };
}
