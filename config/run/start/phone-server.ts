import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { type Listening, listen } from './listen';
import { pageOnCloudTime } from './phone-clock';

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
  /** Hears of each thing that was done with this phone. */
  onStep?: () => void;
};

/** What only asks carries no command id. */
function isCommand(body: ArrayBuffer): boolean {
  try {
    return typeof JSON.parse(Buffer.from(body).toString('utf8'))?.commandId === 'string';
  } catch {
    return false;
  }
}

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
    const body = await request.arrayBuffer();
    const answer = await fetch(`${options.cloudUrl}${pathname}${search}`, {
      method: 'POST',
      headers: { 'x-local-openid': holder.openid, ...(type && { 'content-type': type }) },
      body,
    });
    if (pathname.startsWith('/functions/') && isCommand(body)) options.onStep?.();
    return new Response(answer.body, { status: answer.status });
  };
  app.post('/functions/*', (context) => forward(context.req.raw));
  app.post('/storage/upload', (context) => forward(context.req.raw));
  for (const first of ['/', '/index.html'])
    app.get(first, async (context) => {
      context.header('cache-control', 'no-store');
      return context.html(await pageOnCloudTime(options.distH5, options.cloudUrl));
    });
  app.use('*', serveStatic({ root: options.distH5 }));
  const listening = await listen(app, options.port, options.onBusy);
  return Object.assign(holder, listening);
}
