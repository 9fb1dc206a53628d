import { type Context, Hono } from 'hono';
import { PlatformFailure } from '../platform-failure';
import type { OpenApi } from '../wechat/open-api';

/** The answer to what was asked for; what cannot be is named. */
async function answer(context: Context, work: (body: never) => unknown): Promise<Response> {
  const body: unknown = await context.req.json().catch(() => null);
  try {
    return context.json(work(Object(body) as never) ?? {});
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PlatformFailure('INVALID_PARAM', error.message);
  }
}

/**
 * What WeChat holds and no function can ask for: what was sent and checked, and the tickets of
 * subscribe messages. A page posts one for a tap on 允许, a test also for somebody else; `failures`
 * lets sending fail, by `{ errcode, after, times, sendsFirst }`.
 */
export function wechatRoutes({ messages, mediaChecks }: OpenApi): Hono {
  const routes = new Hono();
  routes.get('/messages', (context) => context.json(messages.sent()));
  routes.get('/tickets', (context) => context.json(messages.tickets()));
  routes.post('/tickets', (context) => answer(context, messages.give));
  routes.post('/failures', (context) => answer(context, messages.fail));
  routes.delete('/failures', (context) => answer(context, messages.mend));
  routes.get('/media-checks', (context) => context.json(mediaChecks()));
  return routes;
}
