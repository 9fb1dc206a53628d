import Taro from '@tarojs/taro';
import type { ActionEvent } from '../contracts/contract';

let started = false;

function cloud() {
  if (!started) {
    Taro.cloud.init({ env: process.env.TARO_APP_CLOUD_ENV || undefined, traceUser: false });
    started = true;
  }
  return Taro.cloud;
}

/** Calls a cloud function as the WeChat user of this phone. Rejects when there is no answer. */
export async function send(functionName: string, event: ActionEvent): Promise<unknown> {
  const { result } = await cloud().callFunction({ name: functionName, data: event });
  return result;
}

/** Uploads a file of this phone; answers its file id. Rejects when it did not arrive. */
export function upload(
  cloudPath: string,
  filePath: string,
  onShare?: (share: number) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const success = ({ fileID }: { fileID: string }) => resolve(fileID);
    const task = cloud().uploadFile({ cloudPath, filePath, success, fail: reject });
    if (onShare) task.onProgressUpdate(({ progress }) => onShare(progress / 100));
  });
}
