import { PlatformFailure } from '../platform-failure';
import { checkPath, storageAction } from './actions';
import type { Addresses } from './addresses';
import type { FileInfo } from './file-info';
import { type FileStore, toFileId } from './files';
import { createPathLocks } from './path-locks';
import type { StorageRules } from './rules';

export type StorageOptions = {
  files: FileStore;
  addresses: Addresses;
  rules: StorageRules;
  /** This cloud's own address, known once it listens. */
  url: () => string;
};

export type Upload = { contentType: string; content: Uint8Array };

export type StorageService = {
  /** The storage.* actions of the SDK; null when the action is unknown. */
  handle(body: Record<string, unknown>): Promise<Record<string, unknown> | null>;
  /** A phone's upload, under the deployed rules. */
  uploadFromClient(path: string, openid: string | null, file: Upload): Promise<{ fileID: string }>;
  /** The upload an SDK makes to the address it was given, which is for one path alone. */
  uploadTo(token: string, file: Upload, path?: string): Promise<void>;
  download(token: string): Promise<{ info: FileInfo; content: Uint8Array }>;
};

/** Cloud storage as functions, phones and holders of temporary addresses meet it. */
export function createStorage({ files, addresses, rules, url }: StorageOptions): StorageService {
  const inTurn = createPathLocks();
  const openAddress = (purpose: 'get' | 'put', token: string): string => {
    const path = addresses.open(purpose, token);
    if (path !== null) return path;
    throw new PlatformFailure('STORAGE_EXCEED_AUTHORITY', 'the address is wrong or expired');
  };
  return {
    handle: (body) => storageAction({ files, addresses, rules, inTurn, url }, body),
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
    async uploadTo(token, { contentType, content }, named) {
      const path = openAddress('put', token);
      if (named !== undefined && named !== path) {
        throw new PlatformFailure('STORAGE_EXCEED_AUTHORITY', 'the address is for another path');
      }
      await inTurn(path, () => files.put({ path, openid: null, contentType }, content));
    },
    async download(token) {
      const file = await files.read(openAddress('get', token));
      if (file === null) throw new PlatformFailure('STORAGE_FILE_NONEXIST', 'no such file');
      return file;
    },
  };
}
