import { PlatformFailure } from '../platform-failure';
import type { Addresses } from './addresses';
import { sha256 } from './card';
import { type FileStore, fromFileId, isCloudPath, toFileId } from './files';
import type { PathLocks } from './path-locks';
import type { StorageRules } from './rules';

export type StorageParts = {
  files: FileStore;
  addresses: Addresses;
  rules: StorageRules;
  inTurn: PathLocks;
  /** This cloud's own address, known once it listens. */
  url: () => string;
};

type Answer = Record<string, unknown>;

const UPLOAD_LIFETIME_MS = 15 * 60_000;
const DOWNLOAD_LIFETIME_SECONDS = 7200;
const LIST_MAXIMUM = 50;

/** Throws INVALID_PARAM for what is no cloud path. */
export function checkPath(path: unknown): string {
  if (typeof path === 'string' && isCloudPath(path)) return path;
  throw new PlatformFailure('INVALID_PARAM', `cloud path is not valid: ${String(path)}`);
}

function uploadMetadata({ addresses, url }: StorageParts, path: string): Answer {
  const token = addresses.issue('put', path, UPLOAD_LIFETIME_MS);
  const address = `${url()}/storage/put/${token}`;
  // cosFileId becomes a request header, where a Chinese path could not stand.
  const tokens = { token, authorization: token, cosFileId: token };
  return { url: address, fileId: toFileId(path), ...tokens };
}

async function downloadEntry(parts: StorageParts, item: unknown): Promise<Answer> {
  const { fileid, max_age: seconds } = item as { fileid?: unknown; max_age?: unknown };
  const path = fromFileId(String(fileid));
  // An id of another bucket, or no id at all, names no file here: so the SDK's own tests have it.
  const unknown = { fileID: fileid, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST' };
  if (path === null) return unknown;
  // One damaged file must not take the others of the list with it.
  const info = await parts.files.stat(path).catch(() => 'damaged' as const);
  if (info === 'damaged') return { fileID: fileid, tempFileURL: '', code: 'SYS_ERR' };
  if (info === null) return unknown;
  const maxAge = typeof seconds === 'number' && seconds > 0 ? seconds : DOWNLOAD_LIFETIME_SECONDS;
  const token = parts.addresses.issue('get', path, maxAge * 1000);
  const tempFileURL = `${parts.url()}/storage/download/${token}`;
  return { fileID: fileid, tempFileURL, maxAge, code: 'SUCCESS' };
}

async function removeEntry({ files, inTurn }: StorageParts, fileId: unknown): Promise<Answer> {
  const path = fromFileId(String(fileId));
  const removed = path !== null && (await inTurn(path, () => files.remove(path)));
  return { fileID: fileId, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
}

async function copyEntry({ files, inTurn }: StorageParts, item: unknown): Promise<Answer> {
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
}

/** What a user may do with a file, by the deployed rules: asked by whoever guards it. */
async function authorityEntry(parts: StorageParts, openid: unknown, item: unknown) {
  const fileId = String(Object(item).path);
  const path = fromFileId(fileId);
  const info = path === null ? null : await parts.files.stat(path);
  if (info === null) {
    throw new PlatformFailure('STORAGE_FILE_NONEXIST', `no such file: ${fileId}`);
  }
  const auth = typeof openid === 'string' && openid !== '' ? { openid } : null;
  const facts = { auth, resource: info };
  const { mayRead, mayWrite } = parts.rules;
  const may = { read: mayRead(facts), write: mayWrite(facts) };
  // Any opaque word: the id that COS itself gives the file.
  return { path: fileId, cosFileId: sha256(info.path), ...may };
}

function each(list: unknown, work: (item: unknown) => Promise<Answer>): Promise<Answer[]> {
  if (!Array.isArray(list) || list.length === 0 || list.length > LIST_MAXIMUM) {
    throw new PlatformFailure('INVALID_PARAM', `a list of 1 to ${LIST_MAXIMUM} files is needed`);
  }
  return Promise.all(list.map(work));
}

/**
 * The storage.* actions of the SDK, answered as { data }; null when the action is unknown.
 * Throws PlatformFailure INVALID_PARAM.
 */
export async function storageAction(parts: StorageParts, body: Answer): Promise<Answer | null> {
  switch (body.action) {
    case 'storage.getUploadMetadata':
      return { data: uploadMetadata(parts, checkPath(body.path)) };
    case 'storage.batchGetDownloadUrl': {
      const list = await each(body.file_list, (item) => downloadEntry(parts, item));
      return { data: { download_list: list } };
    }
    case 'storage.batchDeleteFile': {
      const list = await each(body.fileid_list, (fileId) => removeEntry(parts, fileId));
      return { data: { delete_list: list } };
    }
    case 'storage.getFileAuthority': {
      const entry = (item: unknown) => authorityEntry(parts, body.openId, item);
      return { data: await each(body.fileList, entry) };
    }
    case 'storage.batchCopyFile': {
      const list = await each(body.file_list, (item) => copyEntry(parts, item));
      return { data: { copy_list: list } };
    }
    default:
      return null;
  }
}
