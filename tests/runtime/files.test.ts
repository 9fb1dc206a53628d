import type { CloudBase } from '@cloudbase/node-sdk';
import { cloudbaseFiles } from '../../cloudfunctions/runtime/files';

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
