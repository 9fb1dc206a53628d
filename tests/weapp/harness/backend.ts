import type { BackendAnswer, BackendRequest } from './types';

export type Backend = (request: BackendRequest) => Promise<BackendAnswer>;

/**
 * The phone's way to the cloud. Who calls is added here, as WeChat adds it: the mini-program
 * neither knows nor says it.
 */
export function backendOf(backendUrl: string | undefined, openid: string): Backend {
  return async ({ path, contentType, body }) => {
    if (backendUrl === undefined) {
      throw new Error(`the phone has no backend, but asked for ${path}`);
    }
    const response = await fetch(`${backendUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': contentType, 'x-local-openid': openid },
      body: 'text' in body ? body.text : new Uint8Array(Buffer.from(body.base64, 'base64')),
    });
    return { status: response.status, text: await response.text() };
  };
}
