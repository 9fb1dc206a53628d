import { ApiFailure, api, failable } from './api';
import { base64ToBytes, bytesToBase64, type PhoneState } from './state';

const userFolder = 'wxfile://usr';

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

function fileSystem(state: PhoneState): Record<string, unknown> {
  const write = (filePath: string, data: string | ArrayBuffer, encoding?: string) => {
    if (!filePath.startsWith(userFolder)) {
      throw new Error(`permission denied, open ${filePath}`);
    }
    state.files.set(filePath, toBytes(data, encoding));
  };
  const remove = (filePath: string) => {
    state.fileOf(filePath);
    state.files.delete(filePath);
  };
  const save = (tempFilePath: string, filePath?: string) => {
    const saved = filePath ?? `${userFolder}/saved_${state.files.size}`;
    state.files.set(saved, state.fileOf(tempFilePath));
    return saved;
  };
  const list = (dirPath: string) => {
    const prefix = `${dirPath.replace(/\/$/, '')}/`;
    const below = [...state.files.keys()].filter((path) => path.startsWith(prefix));
    return below.map((path) => path.slice(prefix.length));
  };
  const copy = (srcPath: string, destPath: string) => {
    if (!destPath.startsWith(userFolder)) {
      throw new Error(`permission denied, open ${destPath}`);
    }
    state.files.set(destPath, state.fileOf(srcPath));
  };
  return {
    ...failable(state, {
      readFile: ({ filePath, encoding }: FileOptions) => ({
        data: fromBytes(state.fileOf(filePath), encoding),
      }),
      writeFile: ({ filePath, data, encoding }: FileOptions) => write(filePath, data, encoding),
      unlink: ({ filePath }: FileOptions) => remove(filePath),
      removeSavedFile: ({ filePath }: FileOptions) => remove(filePath),
      saveFile: ({ tempFilePath, filePath }: { tempFilePath: string; filePath?: string }) => ({
        savedFilePath: save(tempFilePath, filePath),
      }),
      copyFile: ({ srcPath, destPath }: { srcPath: string; destPath: string }) =>
        copy(srcPath, destPath),
      getFileInfo: ({ filePath }: FileOptions) => ({ size: state.fileOf(filePath).length }),
      access: ({ path }: { path: string }) => {
        if (list(path).length === 0) {
          state.fileOf(path);
        }
      },
      mkdir: () => undefined,
      readdir: ({ dirPath }: { dirPath: string }) => ({ files: list(dirPath) }),
    }),
    readFileSync: (path: string, encoding?: string) => fromBytes(state.fileOf(path), encoding),
    writeFileSync: write,
    unlinkSync: remove,
    saveFileSync: save,
    accessSync: (path: string) => {
      if (list(path).length === 0) {
        state.fileOf(path);
      }
    },
    mkdirSync: () => undefined,
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
