import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BUCKET, ENVIRONMENT_ID } from '../environment';
import {
  type Card,
  checkContent,
  fileDamaged,
  makeCard,
  parseCard,
  printCard,
  sha256,
} from './card';
import type { FileInfo } from './file-info';

/** Cloud storage: whole files under their cloud paths. */
export type FileStore = {
  /** Acknowledged only when it would survive a crash; replaces a file of the same path whole. */
  put(info: Omit<FileInfo, 'bytes'>, content: Uint8Array): Promise<void>;
  stat(path: string): Promise<FileInfo | null>;
  read(path: string): Promise<{ info: FileInfo; content: Uint8Array } | null>;
  /** False when there was no such file. */
  remove(path: string): Promise<boolean>;
};

const FILE_ID_PREFIX = `cloud://${ENVIRONMENT_ID}.${BUCKET}/`;
const PATH_MAXIMUM_BYTES = 850;
const force = { force: true };

/** The file id of a path, as `cloud://<environment>.<bucket>/<path>`. */
export function toFileId(path: string): string {
  return FILE_ID_PREFIX + path;
}

/** The path within this cloud's bucket; null for another environment's or a malformed id. */
export function fromFileId(fileId: string): string | null {
  return fileId.startsWith(FILE_ID_PREFIX) ? fileId.slice(FILE_ID_PREFIX.length) : null;
}

/** COS's rules for a path: no leading slash, no empty or dot segments, 850 bytes at most. */
export function isCloudPath(path: string): boolean {
  if (path === '' || Buffer.byteLength(path) > PATH_MAXIMUM_BYTES) return false;
  if ([...path].some((character) => character < ' ' || character === '\\')) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** A store that lives and dies with the process. */
export function createMemoryFiles(): FileStore {
  const files = new Map<string, { info: FileInfo; content: Uint8Array }>();
  return {
    async put(info, content) {
      files.set(info.path, { info: { ...info, bytes: content.byteLength }, content });
    },
    stat: async (path) => files.get(path)?.info ?? null,
    read: async (path) => files.get(path) ?? null,
    remove: async (path) => files.delete(path),
  };
}

async function writeAndSync(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readOrNull(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * A store in a folder. Each path has a card (JSON, named by the path's hash, so that no cloud path
 * can leave the folder) which names the file with the bytes: replacing a file is renaming its card.
 */
export async function openFolderFiles(directory: string): Promise<FileStore> {
  await mkdir(directory, { recursive: true });
  const cardPath = (path: string) => join(directory, `${sha256(path)}.json`);
  const readCard = async (path: string): Promise<Card | null> => {
    const text = await readOrNull(cardPath(path));
    return text === null ? null : parseCard(text.toString());
  };
  const toInfo = ({ path, openid, contentType, bytes }: Card): FileInfo => {
    return { path, openid, contentType, bytes };
  };
  return {
    async put(info, content) {
      const before = await readCard(info.path);
      const card = makeCard(info, `${randomUUID()}.bin`, content);
      const draft = join(directory, `${randomUUID()}.new`);
      try {
        await writeAndSync(join(directory, card.content), content);
        await writeAndSync(draft, printCard(card));
        await rename(draft, cardPath(info.path));
      } catch (error) {
        // What a full disk took of it would keep the disk full.
        await Promise.all([draft, join(directory, card.content)].map((path) => rm(path, force)));
        throw error;
      }
      await syncDirectory(directory);
      if (before !== null) await rm(join(directory, before.content), force);
    },
    async stat(path) {
      const card = await readCard(path);
      return card === null ? null : toInfo(card);
    },
    async read(path) {
      for (;;) {
        const card = await readCard(path);
        if (card === null) return null;
        const content = await readOrNull(join(directory, card.content));
        if (content !== null) {
          checkContent(card, content);
          return { info: toInfo(card), content };
        }
        // Replaced or removed between the two looks; a card that still stands is damage.
        const again = await readCard(path);
        if (again?.content === card.content) throw fileDamaged();
      }
    },
    async remove(path) {
      const card = await readCard(path);
      if (card === null) return false;
      await rm(cardPath(path), force);
      await rm(join(directory, card.content), force);
      return true;
    },
  };
}
