import { PlatformFailure } from '../platform-failure';
import type { Addresses } from './addresses';
import { type FileInfo, type FileStore, fromFileId, isCloudPath, toFileId } from './files';
import type { StorageRules } from './rules';

export type StorageOptions = {
  files: FileStore;
  addresses: Addresses;
  rules: StorageRules;
  /** This cloud's own address, known once it listens. */
  url: () => string;
};

type Answer = Record<string, unknown>;

export type StorageService = {
  /** The storage.* actions of the SDK; null when the action is unknown. */
  handle(body: Answer): Promise<Answer> | null;
  /** A phone's upload, under the deployed rules. */
  uploadFromClient(path: string, openid: string | null, file: Upload): Promise<{ fileID: string }>;
  /** The upload an SDK makes to the address it was given. */
  uploadTo(token: string, file: Upload): Promise<void>;
  download(token: string): Promise<{ info: FileInfo; content: Uint8Array }>;
};

export type Upload = { contentType: string; content: Uint8Array };

const UPLOAD_LIFETIME_MS = 15 * 60_000;
const DOWNLOAD_LIFETIME_SECONDS = 7200;
const LIST_MAXIMUM = 50;

function checkPath(path: unknown): string {
  if (typeof path === 'string' && isCloudPath(path)) return path;
  throw new PlatformFailure('INVALID_PARAM', `cloud path is not valid: ${String(path)}`);
}

function checkList(list: unknown): unknown[] {
  if (!Array.isArray(list) || list.length === 0 || list.length > LIST_MAXIMUM) {
    throw new PlatformFailure('INVALID_PARAM', `a list of 1 to ${LIST_MAXIMUM} files is needed`);
  }
  return list;
}

/** Work on one path goes one after the other, so that nobody slips between look and write. */
function createPathLocks() {
  const tails = new Map<string, Promise<unknown>>();
  return async function inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
    const before = tails.get(path) ?? Promise.resolve();
    const mine = before.then(work, work);
    tails.set(path, mine);
    try {
      return await mine;
    } finally {
      if (tails.get(path) === mine) tails.delete(path);
    }
  };
}

export function createStorage({ files, addresses, rules, url }: StorageOptions): StorageService {
  const inTurn = createPathLocks();

  const uploadMetadata = (path: string): Answer => {
    const token = addresses.issue('put', path, UPLOAD_LIFETIME_MS);
    const fileId = toFileId(path);
    const address = `${url()}/storage/put/${token}`;
    // cosFileId becomes a request header, where a Chinese path could not stand.
    return { url: address, token, authorization: token, fileId, cosFileId: token };
  };
  const downloadEntry = async (item: unknown): Promise<Answer> => {
    const { fileid, max_age: seconds } = item as { fileid?: unknown; max_age?: unknown };
    const path = fromFileId(String(fileid));
    if (path === null) return { fileID: fileid, tempFileURL: '', code: 'INVALID_PARAM' };
    if ((await files.stat(path)) === null) {
      return { fileID: fileid, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST' };
    }
    const maxAge = typeof seconds === 'number' && seconds > 0 ? seconds : DOWNLOAD_LIFETIME_SECONDS;
    const token = addresses.issue('get', path, maxAge * 1000);
    const tempFileURL = `${url()}/storage/download/${token}`;
    return { fileID: fileid, tempFileURL, maxAge, code: 'SUCCESS' };
  };
  const removeEntry = async (fileId: unknown): Promise<Answer> => {
    const path = fromFileId(String(fileId));
    if (path === null) return { fileID: fileId, code: 'INVALID_PARAM' };
    const removed = await inTurn(path, () => files.remove(path));
    return { fileID: fileId, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
  };
  const copyEntry = async (item: unknown): Promise<Answer> => {
    const fields = item as Record<string, unknown>;
    const [from, to] = [checkPath(fields.src_path), checkPath(fields.dst_path)];
    const file = await files.read(from);
    if (file === null) return { fileID: '', code: 'STORAGE_FILE_NONEXIST' };
    const copied = await inTurn(to, async () => {
      if (fields.overwrite === false && (await files.stat(to)) !== null) return false;
      await files.put({ ...file.info, path: to }, file.content);
      return true;
    });
    if (!copied) return { fileID: toFileId(to), code: 'STORAGE_FILE_EXIST' };
    if (fields.remove_original === true) await inTurn(from, () => files.remove(from));
    return { fileID: toFileId(to), code: 'SUCCESS' };
  };
  const each = async (list: unknown, work: (item: unknown) => Promise<Answer>) =>
    Promise.all(checkList(list).map(work));

  return {
    handle(body) {
      switch (body.action) {
        case 'storage.getUploadMetadata':
          return Promise.resolve({ data: uploadMetadata(checkPath(body.path)) });
        case 'storage.batchGetDownloadUrl':
          return each(body.file_list, downloadEntry).then((list) => ({
            data: { download_list: list },
          }));
        case 'storage.batchDeleteFile':
          return each(body.fileid_list, removeEntry).then((list) => ({
            data: { delete_list: list },
          }));
        case 'storage.batchCopyFile':
          return each(body.file_list, copyEntry).then((list) => ({ data: { copy_list: list } }));
        default:
          return null;
      }
    },
    async uploadFromClient(path, openid, { contentType, content }) {
      checkPath(path);
      await inTurn(path, async () => {
        const before = await files.stat(path);
        const resource = { openid: before === null ? openid : before.openid, path };
        if (!rules.mayWrite({ auth: openid === null ? null : { openid }, resource })) {
          throw new PlatformFailure('STORAGE_EXCEED_AUTHORITY', 'storage permission denied');
        }
        await files.put({ path, openid, contentType }, content);
      });
      return { fileID: toFileId(path) };
    },
    async uploadTo(token, { contentType, content }) {
      const path = addresses.open('put', token);
      if (path === null) {
        throw new PlatformFailure('STORAGE_EXCEED_AUTHORITY', 'the address is wrong or expired');
      }
      await inTurn(path, () => files.put({ path, openid: null, contentType }, content));
    },
    async download(token) {
      const path = addresses.open('get', token);
      if (path === null) {
        throw new PlatformFailure('STORAGE_EXCEED_AUTHORITY', 'the address is wrong or expired');
      }
      const file = await files.read(path);
      if (file === null) throw new PlatformFailure('STORAGE_FILE_NONEXIST', 'no such file');
      return file;
    },
  };
}
