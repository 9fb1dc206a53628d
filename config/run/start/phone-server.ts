import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { type Listening, listen } from './listen';

export type Phone = Listening & {
  /** Who holds the phone. Only this process can change it: the page in the phone cannot. */
  openid: string;
};

export type PhoneOptions = {
  cloudUrl: string;
  distH5: string;
  openid: string;
  port: number;
  onBusy: (port: number) => void;
};

/**
 * One phone: the H5 app at an origin of its own, so that phones share no storage, and behind it the
 * cloud, called as whoever holds the phone. The H5 bundle itself knows no identity.
 */
export async function startPhone(options: PhoneOptions): Promise<Phone> {
  const app = new Hono();
  const holder = { openid: options.openid };
  const forward = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const type = request.headers.get('content-type');
    return fetch(`${options.cloudUrl}${pathname}${search}`, {
      method: 'POST',
      headers: { 'x-local-openid': holder.openid, ...(type && { 'content-type': type }) },
      body: await request.arrayBuffer(),
    }).then((answer) => new Response(answer.body, { status: answer.status }));
  };
  app.post('/functions/*', (context) => forward(context.req.raw));
  app.post('/storage/upload', (context) => forward(context.req.raw));
  app.use('*', serveStatic({ root: options.distH5 }));
  const listening = await listen(app, options.port, options.onBusy);
  return Object.assign(holder, listening);
}
