import { api, strict } from './api';
import { bytesToBase64, type PhoneState } from './state';

function requireNetwork(state: PhoneState): void {
  if (!state.online) {
    throw new Error('Error: errCode: -1 request:fail net::ERR_INTERNET_DISCONNECTED');
  }
}

function platformError(text: string): Error {
  const { errCode, errMsg } = JSON.parse(text) as { errCode?: unknown; errMsg?: string };
  return Object.assign(new Error(errMsg ?? text), { errCode });
}

type Upload = { cloudPath: string; filePath: string };
type Told = (how: { progress: number }) => void;

/** `wx.cloud` towards the backend the driver knows; who calls is the driver's to say. */
export function cloudApis(state: PhoneState): Record<string, unknown> {
  const post = async (
    path: string,
    contentType: string,
    body: { text: string } | { base64: string },
  ) => {
    requireNetwork(state);
    state.asking += 1;
    const asked = state.bridge.request({ path, contentType, body }).finally(() => {
      state.asking -= 1;
    });
    const answer = await state.whileAwake(asked);
    requireNetwork(state); // the answer is lost when the network went meanwhile
    if (answer.status !== 200) {
      throw platformError(answer.text);
    }
    return JSON.parse(answer.text) as Record<string, unknown>;
  };
  return strict({
    init: () => undefined,
    callFunction: api('cloud.callFunction', async (options: { name: string; data?: unknown }) => {
      const text = JSON.stringify(options.data ?? {});
      const path = `/functions/${encodeURIComponent(options.name)}`;
      return { result: await post(path, 'application/json', { text }), requestID: 'local' };
    }),
    uploadFile: (options: Upload) => {
      let told: Told = () => undefined;
      const send = api('cloud.uploadFile', ({ cloudPath, filePath }: Upload) => {
        const base64 = bytesToBase64(state.fileOf(filePath));
        told({ progress: 50 });
        const path = `/storage/upload?path=${encodeURIComponent(cloudPath)}`;
        return post(path, 'application/octet-stream', { base64 });
      });
      // With callbacks it answers its task, without them a promise.
      const onProgressUpdate = (tell: Told) => {
        told = tell;
      };
      const task = { onProgressUpdate };
      return send(options) ?? task;
    },
  });
}
