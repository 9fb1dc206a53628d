import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const projectDirectory = path.resolve(__dirname, '../..');

export type CloudProcess = {
  url: string;
  pid: number;
  child: ChildProcess;
  /** What leads the SDKs of this process to that cloud. */
  environment: Record<string, string>;
  /** SIGKILL: no chance to finish anything. */
  killNine(): Promise<void>;
  stop(): Promise<void>;
};

export type CloudProcessOptions = {
  /** Flags of node itself, before the script. */
  nodeFlags?: string[];
  /** A shell line run first in the same process, such as a limit on what it may write. */
  shellBefore?: string;
  /** More words for the cloud itself. */
  words?: string[];
};

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

function spawnCloud(words: string[], options: CloudProcessOptions): ChildProcess {
  const flags = ['--import', 'tsx', ...(options.nodeFlags ?? []), 'local-cloud/main.ts', ...words];
  const { shellBefore } = options;
  const [program, given] =
    shellBefore === undefined
      ? [process.execPath, flags]
      : ['sh', ['-c', `${shellBefore}; exec "$@"`, 'sh', process.execPath, ...flags]];
  const stdio: ('ignore' | 'pipe' | 'ipc')[] = ['ignore', 'pipe', 'ignore'];
  // Only a script put in by a flag talks back.
  if (options.nodeFlags) stdio.push('ipc');
  return spawn(program, given, { cwd: projectDirectory, stdio });
}

/** Starts the script of `npm run cloud` in a process of its own, on a data folder. */
export async function startCloudProcess(
  dataDirectory: string,
  secrets: Record<string, string>,
  options: CloudProcessOptions = {},
): Promise<CloudProcess> {
  const environment = Object.entries(secrets).flatMap(([key, value]) => [
    '--env',
    `${key}=${value}`,
  ]);
  const words = ['--port', '0', '--data', dataDirectory, ...environment, ...(options.words ?? [])];
  const child = spawnCloud(words, options);
  const { stdout } = child;
  if (stdout === null) throw new Error('the cloud has no output');
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the cloud did not start: exit ${code}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended(child);
  };
  const said = JSON.parse(first) as Pick<CloudProcess, 'url' | 'environment'>;
  return {
    ...{ url: said.url, environment: said.environment, pid: child.pid ?? 0, child },
    killNine: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
