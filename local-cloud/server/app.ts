import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Clock } from '../clock';
import type { DatabaseRules } from '../database-rules';
import type { FunctionHost } from '../functions/host';
import type { FunctionRules } from '../functions/rules';
import { PlatformFailure, toPlatformFailure } from '../platform-failure';
import type { StorageService } from '../storage/service';
import type { OpenApi } from '../wechat/open-api';
import type { Admin } from './admin';
import { databaseRoutes } from './database-routes';
import { functionRoutes } from './function-routes';
import { storageRoutes } from './storage-routes';

export type AppOptions = {
  admin: Admin;
  host: FunctionHost;
  functionRules: FunctionRules;
  databaseRules: DatabaseRules;
  storage: StorageService;
  openApi: OpenApi;
  clock: Clock;
  advanceClock: (milliseconds: number) => Promise<void>;
  counters: () => Record<string, unknown>;
  countRequest: () => void;
  log: (event: Record<string, unknown>) => void;
};

const LOCAL_ORIGIN = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/;

function controlRoutes(options: AppOptions): Hono {
  const routes = new Hono();
  const clock = () => ({ nowMs: options.clock.nowMs(), offsetMs: options.clock.offsetMs() });
  routes.get('/health', (context) => context.json({ ok: true, ...clock() }));
  routes.get('/clock', (context) => context.json(clock()));
  routes.post('/clock', async (context) => {
    const body: unknown = await context.req.json().catch(() => null);
    const advanceMs = (body as { advanceMs?: unknown } | null)?.advanceMs;
    try {
      await options.advanceClock(advanceMs as number);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new PlatformFailure('INVALID_PARAM', error.message);
    }
    return context.json(clock());
  });
  routes.get('/counters', (context) => context.json(options.counters()));
  routes.get('/wechat/messages', (context) => context.json(options.openApi.messages()));
  routes.get('/wechat/media-checks', (context) => context.json(options.openApi.mediaChecks()));
  return routes;
}

/** All addresses of the cloud. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    options.countRequest();
    const origin = context.req.header('origin');
    // A page from elsewhere must not reach this machine's cloud, not even with a blind request.
    if (origin !== undefined && !LOCAL_ORIGIN.test(origin)) {
      throw new PlatformFailure('PERMISSION_DENIED', 'origin is not allowed');
    }
    await next();
  });
  app.use(cors({ origin: (origin) => (LOCAL_ORIGIN.test(origin) ? origin : null) }));
  app.onError((error, context) => {
    const failure = toPlatformFailure(error);
    const requestId = randomUUID();
    if (failure.code === 'SYS_ERR') {
      options.log({ event: 'http-error', requestId, message: error.message });
    }
    const errMsg = `${failure.code}: ${failure.message}`;
    const status = failure.httpStatus as ContentfulStatusCode;
    return context.json({ errCode: failure.errCode, errMsg, requestId }, status);
  });
  app.post('/admin', async (context) => {
    const answer = await options.admin.handle({
      contentType: context.req.header('content-type') ?? '',
      authorization: context.req.header('authorization') ?? '',
      body: Buffer.from(await context.req.arrayBuffer()),
    });
    const body = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body);
    return context.body(body, 200, { 'content-type': answer.contentType });
  });
  app.route('/database', databaseRoutes(options.databaseRules));
  app.route('/functions', functionRoutes(options.host, options.functionRules));
  app.route('/storage', storageRoutes(options.storage));
  app.route('/', controlRoutes(options));
  app.notFound((context) =>
    context.json({ errCode: -501007, errMsg: `INVALID_ACTION: ${context.req.path}` }, 404),
  );
  return app;
}
