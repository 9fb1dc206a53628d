import { Hono } from 'hono';
import { APP_ID } from '../environment';
import type { FunctionHost } from '../functions/host';
import type { FunctionRules } from '../functions/rules';
import { PlatformFailure } from '../platform-failure';

export const OPENID_HEADER = 'x-local-openid';
export const OPENID_PATTERN = /^[\w-]{1,64}$/;

/** The WeChat user a client says it is; null without the header. Throws for a malformed one. */
export function readOpenid(header: string | undefined): string | null {
  if (header === undefined || header === '') return null;
  if (OPENID_PATTERN.test(header)) return header;
  throw new PlatformFailure('INVALID_PARAM', `${OPENID_HEADER} is malformed`);
}

/** The event as WeChat hands it on: the client's own fields and who the user is. */
export function clientEvent(text: string, openid: string | null): string {
  let event: unknown;
  try {
    event = JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw new PlatformFailure('INVALID_PARAM', 'InvalidParameterValue: the event is not JSON');
  }
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    throw new PlatformFailure('INVALID_PARAM', 'InvalidParameterValue: the event is no object');
  }
  const userInfo = openid === null ? {} : { userInfo: { appId: APP_ID, openId: openid } };
  try {
    return JSON.stringify({ ...event, ...userInfo });
  } catch {
    // Text of any depth can be read, but not written again.
    throw new PlatformFailure('INVALID_PARAM', 'InvalidParameterValue: the event is too deep');
  }
}

/**
 * What wx.cloud.callFunction does on a phone, for H5, tests and scripts. The deployed rules bind
 * phones and pages; a request with neither identity nor origin is a script, which stands for the
 * console and for triggers, and those no rule binds on the platform either.
 */
export function functionRoutes(host: FunctionHost, rules: FunctionRules): Hono {
  const routes = new Hono();
  routes.post('/:name', async (context) => {
    const name = context.req.param('name');
    const openid = readOpenid(context.req.header(OPENID_HEADER));
    const isClient = openid !== null || context.req.header('origin') !== undefined;
    if (isClient && !rules.mayInvoke(name, openid)) {
      throw new PlatformFailure('PERMISSION_DENIED', `function ${name} is closed to clients`);
    }
    const event = clientEvent(await context.req.text(), openid);
    const source = openid === null ? 'scf' : 'wx_client';
    const body = await host.invoke(name, event, { openid, source });
    return context.body(body, 200, { 'content-type': 'application/json; charset=utf-8' });
  });
  return routes;
}
