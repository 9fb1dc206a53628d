import { ApiFailure, api, failable } from './api';
import { base64ToBytes, bytesToBase64, type PhoneState } from './state';

const userFolder = 'wxfile://usr';
/** All files of an app together may have so much. */
const largestStore = 200 * 1_048_576;

function toBytes(data: string | ArrayBuffer, encoding = 'utf8'): Uint8Array {
  if (typeof data !== 'string') {
    return new Uint8Array(data.slice(0));
  }
  return encoding === 'base64' ? base64ToBytes(data) : new TextEncoder().encode(data);
}

function fromBytes(bytes: Uint8Array, encoding?: string): string | ArrayBuffer {
  if (encoding === undefined) {
    return bytes.slice().buffer;
  }
  return encoding === 'base64' ? bytesToBase64(bytes) : new TextDecoder().decode(bytes);
}

type FileOptions = { filePath: string; encoding?: string; data: string | ArrayBuffer };
type FolderOptions = { dirPath: string; recursive?: boolean };

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'));
const noSuch = (path: string) =>
  new ApiFailure({ message: `no such file or directory, open ${path}`, errno: 1300002 });

/** Folders below the app's own, which is there from the start. */
function folders(state: PhoneState) {
  const known = new Set([userFolder]);
  for (const path of state.files.keys()) known.add(parentOf(path));
  const filesIn = (dirPath: string) =>
    [...state.files.keys()].filter((path) => path.startsWith(`${dirPath.replace(/\/$/, '')}/`));
  const make = ({ dirPath, recursive = false }: FolderOptions) => {
    if (!dirPath.startsWith(userFolder)) throw new Error(`permission denied, open ${dirPath}`);
    // Also with `recursive`: that is about the folders above it.
    if (known.has(dirPath)) {
      throw new ApiFailure({ message: `file already exists ${dirPath}`, errno: 1301005 });
    }
    if (!recursive && !known.has(parentOf(dirPath))) throw noSuch(dirPath);
    for (let each = dirPath; each.startsWith(userFolder); each = parentOf(each)) known.add(each);
  };
  const remove = ({ dirPath, recursive = false }: FolderOptions) => {
    if (!known.has(dirPath)) throw noSuch(dirPath);
    const within = filesIn(dirPath);
    if (within.length > 0 && !recursive) {
      throw new ApiFailure({ message: 'directory not empty', errno: 1300066 });
    }
    for (const path of within) state.files.delete(path);
    for (const each of [...known]) if (`${each}/`.startsWith(`${dirPath}/`)) known.delete(each);
  };
  return { make, remove, filesIn, has: (dirPath: string) => known.has(dirPath) };
}

function fileSystem(state: PhoneState): Record<string, unknown> {
  const below = folders(state);
  const put = (filePath: string, bytes: Uint8Array) => {
    if (!filePath.startsWith(`${userFolder}/`)) {
      throw new Error(`permission denied, open ${filePath}`);
    }
    if (!below.has(parentOf(filePath))) throw noSuch(filePath);
    const held = [...state.files].filter(([path]) => path !== filePath);
    const total = held.reduce((sum, [, each]) => sum + each.length, bytes.length);
    if (total > largestStore) {
      const message = 'the maximum size of the file storage limit is exceeded';
      throw new ApiFailure({ message, errno: 1300202 });
    }
    state.files.set(filePath, bytes);
  };
  const write = (filePath: string, data: string | ArrayBuffer, encoding?: string) =>
    put(filePath, toBytes(data, encoding));
  const append = ({ filePath, data, encoding }: FileOptions) => {
    const before = state.files.get(filePath);
    if (!before) throw noSuch(filePath);
    put(filePath, new Uint8Array([...before, ...toBytes(data, encoding)]));
  };
  const remove = (filePath: string) => {
    state.fileOf(filePath);
    state.files.delete(filePath);
  };
  const save = (tempFilePath: string, filePath?: string) => {
    const saved = filePath ?? `${userFolder}/saved_${state.files.size}`;
    put(saved, state.fileOf(tempFilePath));
    return saved;
  };
  const list = (dirPath: string) => {
    const { length } = `${dirPath.replace(/\/$/, '')}/`;
    return below.filesIn(dirPath).map((path) => path.slice(length));
  };
  const mustBeThere = (path: string) => {
    if (!below.has(path)) state.fileOf(path);
  };
  return {
    ...failable(state, {
      readFile: ({ filePath, encoding }: FileOptions) => ({
        data: fromBytes(state.fileOf(filePath), encoding),
      }),
      writeFile: ({ filePath, data, encoding }: FileOptions) => write(filePath, data, encoding),
      appendFile: append,
      unlink: ({ filePath }: FileOptions) => remove(filePath),
      removeSavedFile: ({ filePath }: FileOptions) => remove(filePath),
      saveFile: ({ tempFilePath, filePath }: { tempFilePath: string; filePath?: string }) => ({
        savedFilePath: save(tempFilePath, filePath),
      }),
      copyFile: ({ srcPath, destPath }: { srcPath: string; destPath: string }) =>
        put(destPath, state.fileOf(srcPath)),
      getFileInfo: ({ filePath }: FileOptions) => ({ size: state.fileOf(filePath).length }),
      access: ({ path }: { path: string }) => mustBeThere(path),
      mkdir: below.make,
      rmdir: below.remove,
      readdir: ({ dirPath }: { dirPath: string }) => ({ files: list(dirPath) }),
    }),
    readFileSync: (path: string, encoding?: string) => fromBytes(state.fileOf(path), encoding),
    writeFileSync: write,
    unlinkSync: remove,
    saveFileSync: save,
    accessSync: mustBeThere,
    mkdirSync: (dirPath: string, recursive?: boolean) => below.make({ dirPath, recursive }),
    rmdirSync: (dirPath: string, recursive?: boolean) => below.remove({ dirPath, recursive }),
    readdirSync: list,
  };
}

type MediaOptions = { count?: number };

/** The most that WeChat lets one choose when nothing else is asked for. */
const usualCount = 9;

/** Pictures and documents the person picks, and the phone's files. */
export function fileApis(state: PhoneState): Record<string, unknown> {
  const manager = fileSystem(state);
  /** The chooser lets nobody take more than was asked for. */
  const pickImages = async ({ count = usualCount }: MediaOptions) => {
    state.needPermission('scope.camera');
    const picked = await state.images.take();
    if (picked === null) {
      throw new ApiFailure({ message: 'cancel' });
    }
    return picked.slice(0, count).map(({ bytes, name }) => ({
      path: state.addFile(bytes, name.slice(name.lastIndexOf('.'))),
      size: bytes.length,
    }));
  };
  return {
    env: { USER_DATA_PATH: userFolder },
    getFileSystemManager: () => manager,
    ...failable(state, {
      chooseMedia: async (options: MediaOptions) => {
        const tempFiles = (await pickImages(options)).map(({ path, size }) => ({
          tempFilePath: path,
          size,
          fileType: 'image',
        }));
        return { type: 'image', tempFiles };
      },
      chooseImage: async (options: MediaOptions) => {
        const tempFiles = await pickImages(options);
        return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles };
      },
      chooseMessageFile: async () => {
        const { bytes, name } = await state.documents.take();
        const extension = name.slice(name.lastIndexOf('.'));
        const path = state.addFile(bytes, extension);
        return { tempFiles: [{ path, size: bytes.length, name, type: 'file', time: 0 }] };
      },
      compressImage: ({ src }: { src: string }) => {
        const bytes = state.fileOf(src);
        // iOS knows how to compress JPG and nothing else.
        if (state.setup.platform === 'ios' && !/\.jpe?g$/.test(src)) {
          throw new ApiFailure({ message: 'compress image fail' });
        }
        return { tempFilePath: state.addFile(bytes, '.jpg') };
      },
      getImageInfo: ({ src }: { src: string }) => {
        state.fileOf(src);
        return { width: 1080, height: 1440, path: src, type: 'jpeg', orientation: 'up' };
      },
    }),
    getFileInfo: api('getFileInfo', ({ filePath }: { filePath: string }) => ({
      size: state.fileOf(filePath).length,
    })),
    saveFile: api('saveFile', ({ tempFilePath }: { tempFilePath: string }) => {
      const saved = `${userFolder}/saved_${state.files.size}`;
      state.files.set(saved, state.fileOf(tempFilePath));
      return { savedFilePath: saved };
    }),
  };
}
