import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { DatabaseRules } from '../database-rules';
import type { Platform } from '../platform/platform';
import { PlatformFailure } from '../platform-failure';
import type { Protocol } from '../protocol';
import { asCreator } from './creator-only';
import { OPENID_HEADER, readOpenid } from './function-routes';

const reading = new Set(['getDocument', 'calculateDocument', 'aggregateDocuments']);

/**
 * What wx.cloud.database() does on a phone: under the platform's default what creators may, under
 * rules as far as these refuse it. Where a rule would let it through it is refused for another
 * reason: this cloud speaks no database calls of clients under rules.
 */
export function databaseRoutes(parts: {
  databaseRules: DatabaseRules;
  database: Protocol;
  platform: Platform;
}): Hono {
  const { databaseRules: rules, database, platform } = parts;
  const routes = new Hono();
  routes.all('/', async (context) => {
    platform.mustServe();
    const openid = readOpenid(context.req.header(OPENID_HEADER));
    const body = Object(await context.req.json().catch(() => null)) as Record<string, unknown>;
    if (rules.kind === 'creator') {
      const answer = await database.handle(asCreator(body, openid));
      return context.json({ requestId: randomUUID(), ...answer });
    }
    const action = String(body.action ?? '').replace(/^database\./, '');
    const may = reading.has(action) ? rules.mayRead : rules.mayWrite;
    const auth = openid === null ? null : { openid };
    if (!may({ auth, resource: { openid: null, path: '' } })) {
      const text = 'the database is closed to clients';
      throw new PlatformFailure('DATABASE_PERMISSION_DENIED', text);
    }
    throw new PlatformFailure('INVALID_ACTION', 'this cloud speaks no database calls of clients');
  });
  return routes;
}
