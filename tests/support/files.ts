import type { Files } from '../../cloudfunctions/runtime/files';

/** File storage that holds `stored`, by file id. */
export function filesIn(stored: Map<string, Uint8Array>): Files {
  return {
    temporaryAddresses: async (ids) =>
      ids.map((id) => (stored.has(id) ? `https://files.test/${id.slice(8)}` : null)),
    async read(id, mostBytes) {
      const content = stored.get(id) ?? null;
      return content && content.byteLength > mostBytes ? 'too-large' : content;
    },
    remove: async (ids) => {
      for (const id of ids) stored.delete(id);
    },
    idOf: async (path) => `cloud://test.files/${path}`,
    async put(fileId, content) {
      stored.set(fileId, content);
    },
  };
}

/** File storage with nothing in it. */
export const noFiles: Files = filesIn(new Map());
