import type { Files } from '../../cloudfunctions/runtime/files';

/** File storage that holds `stored`, by file id. */
export function filesIn(stored: Map<string, Uint8Array>): Files {
  return {
    temporaryAddresses: async (ids) =>
      ids.map((id) => (stored.has(id) ? `https://files.test/${id.slice(8)}` : null)),
    read: async (id) => stored.get(id) ?? null,
    remove: async (ids) => {
      for (const id of ids) stored.delete(id);
    },
    async move(fileId, toFileId) {
      const content = stored.get(fileId);
      if (!content && !stored.has(toFileId)) throw new Error('a file to be moved was not found');
      if (content) stored.set(toFileId, content);
      stored.delete(fileId);
    },
  };
}

/** File storage with nothing in it. */
export const noFiles: Files = filesIn(new Map());
