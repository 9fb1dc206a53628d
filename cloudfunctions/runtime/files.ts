import type { CloudBase } from '@cloudbase/node-sdk';
import { partsOf } from './parts-of';

/** File storage as the functions need it; photos are read through functions only. */
export type Files = {
  /** Temporary addresses in the same order; null where a file is gone. Good for ten minutes. */
  temporaryAddresses(fileIds: readonly string[]): Promise<(string | null)[]>;
  /**
   * The bytes of a file, or null where it is not there. Its size is asked first: whoever uploads
   * may upload far more than a function has memory for.
   */
  read(fileId: string, mostBytes: number): Promise<Uint8Array | 'too-large' | null>;
  /**
   * Deletes files for good; one that is gone already is no error.
   * @throws Error when one of them is still there: then nothing may forget it
   */
  remove(fileIds: readonly string[]): Promise<void>;
  /**
   * Puts a file where it is the functions' own, over what may be there from an earlier try.
   * @param fileId an id from `keptAs`
   */
  put(fileId: string, content: Uint8Array): Promise<void>;
  /** The id of whatever lies at a path: only the platform knows the name of its storage. */
  idOf(path: string): Promise<string>;
};

/**
 * The id of a file once it is kept: same name, other folder. Whoever uploaded a file may write it
 * anew or delete it at any time (storage rules know no "only once"), so what others decide on is
 * copied to a folder that no phone can guess beforehand.
 */
export function keptAs(fileId: string, folder: string): string {
  return fileId.replace(/^(cloud:\/\/[^/]+\/).*?([^/]+)$/, `$1kept/${folder}/$2`);
}

/** Where in the storage a file lies, without the storage's own name. */
export const pathOf = (fileId: string) => fileId.replace(/^cloud:\/\/[^/]+\//, '');

const maxAgeSeconds = 600;
/** The platform deletes this many at once. */
const mostRemovedAtOnce = 50;
const goneCodes: ReadonlySet<string> = new Set(['SUCCESS', 'STORAGE_FILE_NONEXIST']);

const longestDownloadMs = 15_000;

type Fetch = (address: string, options: { signal: AbortSignal }) => Promise<Response>;

/** What an answer carries, as long as it says and keeps to it that it is no more than so much. */
async function bytesOf({ headers, body }: Response, mostBytes: number) {
  const tooLarge = Number(headers.get('content-length') ?? 0) > mostBytes;
  if (tooLarge || body === null) {
    await body?.cancel();
    return tooLarge ? ('too-large' as const) : null;
  }
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(Buffer.concat(parts));
    total += value.byteLength;
    if (total > mostBytes) {
      await reader.cancel();
      return 'too-large' as const;
    }
    parts.push(value);
  }
}

/** @param fetchFile reads from the addresses that the storage gives */
export function cloudbaseFiles(app: CloudBase, fetchFile: Fetch = fetch): Files {
  let storage: Promise<string> | null = null;
  /** `cloud://env.bucket/`: told with any file that is put there. */
  const askStorage = async () => {
    const marker = { cloudPath: 'kept/marker', fileContent: Buffer.from('a name, no content') };
    const { fileID } = await app.uploadFile(marker);
    return fileID.slice(0, fileID.length - marker.cloudPath.length);
  };
  const files: Files = {
    async temporaryAddresses(fileIds) {
      if (fileIds.length === 0) return [];
      const fileList = fileIds.map((fileID) => ({ fileID, maxAge: maxAgeSeconds }));
      const { fileList: answers } = await app.getTempFileURL({ fileList });
      const byId = new Map(answers.map((answer) => [answer.fileID, answer]));
      return fileIds.map((id) => {
        const answer = byId.get(id);
        return answer?.code === 'SUCCESS' ? answer.tempFileURL : null;
      });
    },
    async read(fileId, mostBytes) {
      try {
        const [address] = await files.temporaryAddresses([fileId]);
        if (!address) return null;
        const signal = AbortSignal.timeout(longestDownloadMs);
        const answer = await fetchFile(address, { signal });
        return answer.ok ? await bytesOf(answer, mostBytes) : null;
      } catch {
        return null;
      }
    },
    async remove(fileIds) {
      for (const part of partsOf(fileIds, mostRemovedAtOnce)) {
        const { fileList } = await app.deleteFile({ fileList: part });
        const left = fileList.filter(({ code }) => !goneCodes.has(code));
        if (left.length > 0) throw new Error(`${left.length} files could not be deleted`);
      }
    },
    async put(fileId, content) {
      // Not by the platform's own copy: what a function uploads is nobody's but the functions',
      // while whose a copy is stands nowhere.
      await app.uploadFile({ cloudPath: pathOf(fileId), fileContent: Buffer.from(content) });
    },
    async idOf(path) {
      storage ??= askStorage();
      try {
        return `${await storage}${path}`;
      } catch (error) {
        storage = null;
        throw error;
      }
    },
  };
  return files;
}
