import Taro from '@tarojs/taro';

const pathOf = (name: string) => `${Taro.env.USER_DATA_PATH}/${name}`;

export function keepText(name: string, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().writeFile({
      filePath: pathOf(name),
      data: text,
      encoding: 'utf8',
      success: () => resolve(true),
      fail: () => resolve(false),
    });
  });
}

export function readText(name: string): Promise<string | null> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath: pathOf(name),
      encoding: 'utf8',
      success: ({ data }) => resolve(String(data)),
      fail: () => resolve(null),
    });
  });
}

export function dropText(name: string): Promise<void> {
  return new Promise((resolve) => {
    // One that is gone already is as good as dropped.
    Taro.getFileSystemManager().unlink({ filePath: pathOf(name), complete: () => resolve() });
  });
}
