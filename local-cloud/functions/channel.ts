import type { ChildProcess } from 'node:child_process';
import { PlatformFailure } from '../platform-failure';

export type Reply =
  | { kind: 'ready' }
  | { kind: 'load-failed'; errorMessage: string; stackTrace: string }
  | { kind: 'result'; id: string; body: string }
  | { kind: 'failure'; id: string; errorMessage: string; stackTrace: string };

/** Question and answer with one child process, one at a time. */
export type Channel = {
  isAlive(): boolean;
  /** Throws the limit when the time is over (the process is then killed) or why it ended. */
  ask(message: object, limitMs: number, limit: PlatformFailure): Promise<Reply>;
  /** Ends the process at once; what is being asked fails with the given failure. */
  kill(failure: PlatformFailure): void;
  /** Resolves when the process is gone. */
  gone: Promise<void>;
};

type Waiting = { accept: (reply: Reply) => void; refuse: (failure: PlatformFailure) => void };

function exitFailure(code: number | null, signal: NodeJS.Signals | null): PlatformFailure {
  // V8 aborts when the heap limit is reached; nothing else in a function does.
  if (signal === 'SIGABRT' || code === 134) {
    return new PlatformFailure('FUNCTIONS_MEMORY_LIMIT_EXCEEDED', 'Memory limit exceeded');
  }
  const how = signal ?? `code ${code}`;
  return new PlatformFailure('FUNCTIONS_EXECUTE_FAIL', `User process exit when running (${how})`);
}

export function openChannel(child: ChildProcess): Channel {
  let waiting: Waiting | null = null;
  let dead: PlatformFailure | null = null;
  const end = (failure: PlatformFailure) => {
    dead ??= failure;
    waiting?.refuse(dead);
    waiting = null;
  };
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      end(exitFailure(code, signal));
      resolve();
    });
    child.once('error', (error) => {
      end(new PlatformFailure('SYS_ERR', error.message));
      if (child.pid === undefined) resolve();
    });
  });
  child.on('message', (reply: Reply) => {
    const current = waiting;
    waiting = null;
    current?.accept(reply);
  });
  const kill = (failure: PlatformFailure) => {
    end(failure);
    child.kill('SIGKILL');
  };
  return {
    isAlive: () => dead === null,
    kill,
    gone,
    ask: (message, limitMs, limit) =>
      new Promise((resolve, reject) => {
        if (dead !== null) return reject(dead);
        const timer = setTimeout(() => kill(limit), limitMs);
        waiting = {
          accept(reply) {
            clearTimeout(timer);
            resolve(reply);
          },
          refuse(failure) {
            clearTimeout(timer);
            reject(failure);
          },
        };
        // A failed send means a dying process, which "exit" reports.
        child.send(message, () => {});
      }),
  };
}
