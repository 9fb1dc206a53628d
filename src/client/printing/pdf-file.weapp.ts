import Taro from '@tarojs/taro';
import { failureOf } from '../device-problem';
import type { FileProblem, PdfFile } from './pdf-file';

type Files = ReturnType<typeof Taro.getFileSystemManager>;
type Told<Result> = { success: (result: Result) => void; fail: (error: unknown) => void };

/** WeChat's file system answers through callbacks. */
function inFiles<Result>(ask: (files: Files, told: Told<Result>) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    ask(Taro.getFileSystemManager(), { success: resolve, fail: reject });
  });
}

/** A folder of their own: photos that were not sent lie beside it and stay. */
const folder = () => `${Taro.env.USER_DATA_PATH}/printed`;

export async function dropPdfs(): Promise<void> {
  // Where nothing was printed there is no folder.
  await inFiles((files, told) =>
    files.rmdir({ dirPath: folder(), recursive: true, ...told }),
  ).catch(() => undefined);
}

const noRoom = /maximum size|storage limit|no space|exceed/i;
const noRoomNumber = 1300202;

function problemOf(error: unknown): FileProblem {
  const { errMsg, errno } = Object(error) as Record<string, unknown>;
  return errno === noRoomNumber || noRoom.test(String(errMsg)) ? 'full' : 'not-kept';
}

/** WeChat itself reads base64: the mini-program has no `atob`. */
async function write(filePath: string, parts: readonly string[]): Promise<number> {
  // One that could not be removed is there still; writing says whether there is none.
  await inFiles((files, told) =>
    files.mkdir({ dirPath: folder(), recursive: true, ...told }),
  ).catch(() => undefined);
  const encoding = 'base64';
  const [first = '', ...others] = parts;
  await inFiles((files, told) => files.writeFile({ filePath, data: first, encoding, ...told }));
  for (const data of others) {
    await inFiles((files, told) => files.appendFile({ filePath, data, encoding, ...told }));
  }
  const { size } = await inFiles<{ size: number }>((files, told) =>
    files.getFileInfo({ filePath, ...told }),
  );
  return size;
}

export async function savePdf(
  name: string,
  parts: readonly string[],
  bytes: number,
): Promise<PdfFile | FileProblem> {
  await dropPdfs();
  const path = `${folder()}/${name}`;
  try {
    const written = await write(path, parts);
    if (written === bytes) return { name, path };
  } catch (error) {
    await dropPdfs();
    return problemOf(error);
  }
  await dropPdfs();
  return 'incomplete';
}

export async function openPdf({ path }: PdfFile): Promise<boolean> {
  try {
    await Taro.openDocument({ filePath: path, fileType: 'pdf', showMenu: true });
    return true;
  } catch (error) {
    return failureOf(error) === 'cancelled';
  }
}

export async function sendPdf({ name, path }: PdfFile): Promise<boolean> {
  try {
    await Taro.shareFileMessage({ filePath: path, fileName: name });
    return true;
  } catch (error) {
    return failureOf(error) === 'cancelled';
  }
}
