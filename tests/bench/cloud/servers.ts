import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectDirectory } from '../../../config/run/project-directory';

/** A server in a process of its own, found by what it prints when it listens. */
export type Server = { url: string; authorization: string; stop(): Promise<void> };

/** @param words a script of the project and what it is started with */
export async function startServer(words: string[]): Promise<Server> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', ...words], {
    cwd: projectDirectory,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { stdout } = child;
  if (stdout === null) throw new Error('the server has no output');
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: stdout }).once('line', resolve);
    void ended.then(() => reject(new Error(`${words[0]} did not start`)));
  });
  const { url, environment } = JSON.parse(first) as {
    url: string;
    environment: Record<string, string>;
  };
  return {
    url,
    authorization: `Bearer ${environment.TENCENTCLOUD_SECRETKEY ?? ''}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
