import { Hono } from 'hono';
import type { DatabaseRules } from '../database-rules';
import { PlatformFailure } from '../platform-failure';
import { OPENID_HEADER, readOpenid } from './function-routes';

const reading = new Set(['getDocument', 'calculateDocument', 'aggregateDocuments']);

/**
 * What wx.cloud.database() does on a phone, as far as the rules refuse it. Where a rule would let
 * it through it is refused for another reason: this cloud speaks no database calls of clients.
 */
export function databaseRoutes({ mayRead, mayWrite }: DatabaseRules): Hono {
  const routes = new Hono();
  routes.all('/', async (context) => {
    const openid = readOpenid(context.req.header(OPENID_HEADER));
    const body: unknown = await context.req.json().catch(() => null);
    const action = String((body as { action?: unknown } | null)?.action ?? '');
    const may = reading.has(action.replace(/^database\./, '')) ? mayRead : mayWrite;
    const auth = openid === null ? null : { openid };
    if (!may({ auth, resource: { openid: null, path: '' } })) {
      const text = 'the database is closed to clients';
      throw new PlatformFailure('DATABASE_PERMISSION_DENIED', text);
    }
    throw new PlatformFailure('INVALID_ACTION', 'this cloud speaks no database calls of clients');
  });
  return routes;
}
