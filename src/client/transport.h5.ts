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

type OnShare = (share: number) => void;

/** `fetch` does not say how far it has come. */
function post(url: string, body: Blob, onShare: OnShare = () => undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.responseType = 'blob';
    request.upload.onprogress = ({ loaded, total }) => onShare(loaded / Math.max(1, total));
    request.onload = () => resolve(new Response(request.response, { status: request.status }));
    request.onerror = () => reject(new Error('no network'));
    request.send(body);
  });
}

/** Uploads what an object address of this page holds; answers its file id. */
export async function upload(path: string, filePath: string, onShare?: OnShare): Promise<string> {
  const body = await (await fetch(filePath)).blob();
  const url = `/storage/upload?path=${encodeURIComponent(path)}`;
  const response = await post(url, body, onShare);
  return ((await answerOf(response)) as { fileID: string }).fileID;
}
