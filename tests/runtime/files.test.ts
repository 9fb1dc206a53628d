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
  const fetchFile = async (address: string) => {
    const content = stored.get(address.replace('https://', ''));
    return content === undefined ? new Response('', { status: 404 }) : new Response(content);
  };
  return cloudbaseFiles(app as unknown as CloudBase, fetchFile);
}

const uploaded = 'cloud://e.b/evidence/a.jpg';
const kept = keptAs(uploaded, 'f00d');

test('a file keeps its name in the folder it is kept in, whatever folder it came from', () => {
  expect(kept).toBe('cloud://e.b/kept/f00d/a.jpg');
  expect(keptAs('cloud://e.b/some/evidence/a.jpg', 'f00d')).toBe(kept);
});

test('what is put lies where it is kept, done twice as done once', async () => {
  const stored = new Map([[uploaded, 'planted']]);
  const files = bucketOf(stored);
  await files.put(kept, Buffer.from('stripped'));
  await files.put(kept, Buffer.from('stripped'));
  expect([...stored]).toEqual([
    [uploaded, 'planted'],
    [kept, 'stripped'],
  ]);
  await expect(bucketOf(stored, 'upload').put(kept, Buffer.from('x'))).rejects.toThrow('broke');
});

/** A file behind an address: what it says of its size, and how much of it was read. */
function largeFile(headers: Record<string, string>) {
  const read = { bytes: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (read.bytes >= 20_000) return controller.close();
      read.bytes += 1000;
      controller.enqueue(new Uint8Array(1000));
    },
    cancel() {
      read.cancelled = true;
    },
  });
  const app = {
    getTempFileURL: async () => ({
      fileList: [{ fileID: uploaded, code: 'SUCCESS', tempFileURL: 'https://there' }],
    }),
  };
  const answer = async () => new Response(body, { headers });
  return { read, files: cloudbaseFiles(app as unknown as CloudBase, answer) };
}

test('a file that says it is too large is not read, and stays where it is', async () => {
  const { read, files } = largeFile({ 'content-length': '5001' });
  expect(await files.read(uploaded, 5000)).toBe('too-large');
  expect(read).toMatchObject({ cancelled: true });
  expect(read.bytes).toBeLessThanOrEqual(1000);
});

test('a file that says less than it is, is read no further than allowed', async () => {
  for (const headers of [{}, { 'content-length': '10' }]) {
    const { read, files } = largeFile(headers as Record<string, string>);
    expect(await files.read(uploaded, 5000)).toBe('too-large');
    expect(read.bytes).toBeLessThanOrEqual(8000);
    expect(read.cancelled).toBe(true);
  }
});

test('what is not there, or cannot be fetched, is nothing', async () => {
  const stored = new Map([[uploaded, 'planted']]);
  const files = bucketOf(stored);
  expect(await files.read('cloud://e.b/none', 100)).toBeNull();
  const bytes = await files.read(uploaded, 7);
  expect(Buffer.from(bytes as Uint8Array).toString()).toBe('planted');
  expect(await files.read(uploaded, 6)).toBe('too-large');
});
