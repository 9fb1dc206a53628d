import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A place for a data folder that runs full. */
export type SmallDisk = {
  how: 'small-file-system' | 'limit-on-file-size';
  directory: string;
  /** A shell line the cloud must be started behind, where the limit is on the process. */
  shellBefore?: string;
  /** Makes room; false when only a new start of the cloud can have it. */
  giveBack(): boolean;
  remove(): void;
};

const sizeMegabytes = 12;
const fillerMegabytes = 6;

function mounted(directory: string): boolean {
  const options = ['-t', 'tmpfs', '-o', `size=${sizeMegabytes}m`, 'tmpfs', directory];
  try {
    execFileSync('mount', options, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * A file system of 12 MB with a filler in it, where this user may mount one; elsewhere a limit on
 * how long a file the cloud may write, which the kernel refuses as it refuses a full disk.
 */
export function makeSmallDisk(): SmallDisk {
  const directory = mkdtempSync(path.join(tmpdir(), 'jifen-full-'));
  const data = path.join(directory, 'data');
  if (mounted(directory)) {
    const filler = path.join(directory, 'filler');
    writeFileSync(filler, Buffer.alloc(fillerMegabytes * 1024 * 1024));
    return {
      how: 'small-file-system',
      directory: data,
      giveBack() {
        rmSync(filler);
        return true;
      },
      remove() {
        execFileSync('umount', [directory]);
        rmSync(directory, { recursive: true, force: true });
      },
    };
  }
  return {
    how: 'limit-on-file-size',
    directory: data,
    // In blocks of 512 bytes; without the trap the kernel would end the process.
    shellBefore: `trap '' XFSZ; ulimit -f ${(sizeMegabytes - fillerMegabytes) * 2048}`,
    giveBack: () => false,
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
