import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './progress';
import { projectDirectory } from './project-directory';

const askEveryMs = 300;

/**
 * Runs `work` while no other process builds the same part: two commands started side by side
 * (`npm start` and `npm test`) wait for each other instead of writing into one folder.
 * A lock whose owner is gone is taken over.
 */
export async function withBuildLock<Value>(
  part: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const file = path.join(projectDirectory, 'dist', `.lock-${part}`);
  mkdirSync(path.dirname(file), { recursive: true });
  for (let attempt = 0; !takeLock(file); attempt += 1) {
    if (attempt === 0) {
      say(`另一个命令正在编译 ${part},等它做完……`);
    }
    await pause(askEveryMs);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function takeLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  }
  if (!isAlive(readOwner(file))) {
    rmSync(file, { force: true });
  }
  return false;
}

function readOwner(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0; // given back meanwhile
  }
}

function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) {
    return false;
  }
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
