import type { ActionEvent } from '../contracts/contract';

/** A failure of the platform is told by it as `wx.cloud` tells it: `errCode` and `errMsg`. */
async function answerOf(response: Response): Promise<unknown> {
  if (!response.ok) throw Object.assign(new Error('no result'), await response.json());
  return response.json();
}

/** Calls a function at this page's own origin, which knows whose phone it is; the page does not. */
export async function send(functionName: string, event: ActionEvent): Promise<unknown> {
  const response = await fetch(`/functions/${functionName}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  });
  return answerOf(response);
}

/** Uploads what an object address of this page holds; answers its file id. */
export async function upload(path: string, filePath: string): Promise<string> {
  const body = await (await fetch(filePath)).blob();
  const response = await fetch(`/storage/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    body,
  });
  return ((await answerOf(response)) as { fileID: string }).fileID;
}
