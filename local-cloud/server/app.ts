import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Clock } from '../clock';
import type { DatabaseRules } from '../database-rules';
import type { FunctionHost } from '../functions/host';
import type { FunctionRules } from '../functions/rules';
import { readFault } from '../platform/faults';
import { NoAnswer, type Platform } from '../platform/platform';
import { readTerms } from '../platform/terms';
import { PlatformFailure, toPlatformFailure } from '../platform-failure';
import type { Protocol } from '../protocol';
import type { StorageService } from '../storage/service';
import type { OpenApi } from '../wechat/open-api';
import type { Admin } from './admin';
import { databaseRoutes } from './database-routes';
import { functionRoutes } from './function-routes';
import { storageRoutes } from './storage-routes';
import { wechatRoutes } from './wechat-routes';

export type AppOptions = {
  admin: Admin;
  platform: Platform;
  host: FunctionHost;
  functionRules: FunctionRules;
  databaseRules: DatabaseRules;
  database: Protocol;
  storage: StorageService;
  openApi: OpenApi;
  clock: Clock;
  advanceClock: (milliseconds: number) => Promise<void>;
  counters: () => Record<string, unknown>;
  countRequest: () => void;
  log: (event: Record<string, unknown>) => void;
};

const LOCAL_ORIGIN = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Lets tests of other processes change what startCloud was told, and make requests fail. */
function platformRoutes(platform: Platform): Hono {
  const routes = new Hono();
  routes.get('/', (context) => context.json(platform.terms));
  routes.post('/', async (context) => {
    const body: unknown = await context.req.json().catch(() => null);
    const { terms = {}, faults = [] } = Object(body) as { terms?: unknown; faults?: unknown };
    try {
      if (!Array.isArray(faults)) throw new RangeError('faults are a list');
      const [read, wanted] = [readTerms(terms), faults.map(readFault)];
      platform.setTerms(read);
      for (const fault of wanted) platform.inject(fault);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new PlatformFailure('INVALID_PARAM', error.message);
    }
    return context.json(platform.terms);
  });
  return routes;
}

/** Cuts the connection: whoever asked gets no answer. */
function hangUp(context: Context<{ Bindings: HttpBindings }>): Response {
  context.env.incoming.socket.destroy();
  return context.body(null);
}

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
  return routes;
}

/** All addresses of the cloud. */
export function createApp(options: AppOptions): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
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
    if (error instanceof NoAnswer) return hangUp(context);
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
  app.route('/database', databaseRoutes(options));
  app.route('/functions', functionRoutes(options));
  app.use('/storage/*', async (_context, next) => {
    options.platform.mustServe();
    await next();
  });
  app.route('/storage', storageRoutes(options.storage));
  app.route('/platform', platformRoutes(options.platform));
  app.route('/wechat', wechatRoutes(options.openApi));
  app.route('/', controlRoutes(options));
  app.notFound((context) =>
    context.json({ errCode: -501007, errMsg: `INVALID_ACTION: ${context.req.path}` }, 404),
  );
  return app;
}
