import type { CloudBase } from '@cloudbase/node-sdk';
import { cloudbaseFiles, keptAs } from '../../cloudfunctions/runtime/files';

function filesAnswering(codeOf: (fileID: string) => string) {
  const asked: string[][] = [];
  const deleteFile = async ({ fileList }: { fileList: string[] }) => {
    asked.push(fileList);
    return { fileList: fileList.map((fileID) => ({ fileID, code: codeOf(fileID) })) };
  };
  return { asked, files: cloudbaseFiles({ deleteFile } as unknown as CloudBase) };
}
const ids = (count: number) => Array.from({ length: count }, (_, n) => `cloud://e.b/${n}`);

test('files are deleted fifty at a time; none asks for nothing', async () => {
  const { asked, files } = filesAnswering(() => 'SUCCESS');
  await files.remove(ids(120));
  expect(asked.map((part) => part.length)).toEqual([50, 50, 20]);
  expect(asked.flat()).toEqual(ids(120));
  await files.remove([]);
  expect(asked).toHaveLength(3);
});

test('one that is gone already is no error, one that stays is', async () => {
  const gone = filesAnswering((id) => (id.endsWith('1') ? 'STORAGE_FILE_NONEXIST' : 'SUCCESS'));
  await gone.files.remove(ids(3));
  const stuck = filesAnswering((id) => (id.endsWith('1') ? 'STORAGE_REQUEST_FAIL' : 'SUCCESS'));
  await expect(stuck.files.remove(ids(3))).rejects.toThrow('1 files could not be deleted');
});

/** A bucket behind the SDK's calls; `tripAt` names the call that fails. */
function bucketOf(stored: Map<string, string>, tripAt?: 'upload' | 'delete') {
  const trip = (call: 'upload' | 'delete') => {
    if (tripAt === call) throw new Error(`${call} broke`);
  };
  const app = {
    getTempFileURL: async ({ fileList }: { fileList: { fileID: string }[] }) => ({
      fileList: fileList.map(({ fileID }) => ({
        ...{ fileID, tempFileURL: `https://${fileID}` },
        code: stored.has(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
      })),
    }),
    async downloadFile({ fileID }: { fileID: string }) {
      const content = stored.get(fileID);
      if (content === undefined) throw new Error('STORAGE_FILE_NONEXIST');
      return { fileContent: Buffer.from(content) };
    },
    async uploadFile({ cloudPath, fileContent }: { cloudPath: string; fileContent: Buffer }) {
      trip('upload');
      stored.set(`cloud://e.b/${cloudPath}`, fileContent.toString());
    },
    async deleteFile({ fileList }: { fileList: string[] }) {
      trip('delete');
      return {
        fileList: fileList.map((fileID) => {
          const code = stored.delete(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST';
          return { fileID, code };
        }),
      };
    },
  };
  return cloudbaseFiles(app as unknown as CloudBase);
}

const uploaded = 'cloud://e.b/evidence/a.jpg';
const kept = keptAs(uploaded, 'f00d');

test('a file keeps its name in the folder it is kept in, whatever folder it came from', () => {
  expect(kept).toBe('cloud://e.b/kept/f00d/a.jpg');
  expect(keptAs('cloud://e.b/some/evidence/a.jpg', 'f00d')).toBe(kept);
});

test('a move done twice is done once, also when it was cut off in the middle', async () => {
  for (const tripAt of ['upload', 'delete'] as const) {
    const stored = new Map([[uploaded, 'planted']]);
    await expect(bucketOf(stored, tripAt).move(uploaded, kept)).rejects.toThrow('broke');
    expect([...stored.values()]).toContain('planted');
    const files = bucketOf(stored);
    await files.move(uploaded, kept);
    await files.move(uploaded, kept);
    expect([...stored]).toEqual([[kept, 'planted']]);
  }
});

test('what lies in neither place cannot be moved', async () => {
  await expect(bucketOf(new Map()).move(uploaded, kept)).rejects.toThrow('was not found');
});
