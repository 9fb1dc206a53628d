import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const projectDirectory = path.resolve(__dirname, '../..');

export type CloudProcess = {
  url: string;
  /** SIGKILL: no chance to finish anything. */
  killNine(): Promise<void>;
  stop(): Promise<void>;
};

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Starts the script of `npm run cloud` in a process of its own, on a data folder. */
export async function startCloudProcess(
  dataDirectory: string,
  secrets: Record<string, string>,
): Promise<CloudProcess> {
  const environment = Object.entries(secrets).flatMap(([key, value]) => [
    '--env',
    `${key}=${value}`,
  ]);
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'local-cloud/main.ts',
      '--port',
      '0',
      '--data',
      dataDirectory,
      ...environment,
    ],
    { cwd: projectDirectory, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the cloud did not start: exit ${code}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended(child);
  };
  const { url } = JSON.parse(first) as { url: string };
  return { url, killNine: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
