import { Hono } from 'hono';
import { APP_ID } from '../environment';
import { type Caller, theTimer } from '../functions/context';
import type { FunctionHost } from '../functions/host';
import type { FunctionRules } from '../functions/rules';
import type { Platform } from '../platform/platform';
import { type FailureCode, PlatformFailure } from '../platform-failure';
import type { Auth } from '../rule';

export const OPENID_HEADER = 'x-local-openid';
export const CALLER_HEADER = 'x-local-caller';
export const OPENID_PATTERN = /^[\w-]{1,64}$/;
const WEB_USER_PATTERN = /^web:([\w-]{1,64})$/;

/** The WeChat user a client says it is; null without the header. Throws for a malformed one. */
export function readOpenid(header: string | undefined): string | null {
  if (header === undefined || header === '') return null;
  if (OPENID_PATTERN.test(header)) return header;
  throw new PlatformFailure('INVALID_PARAM', `${OPENID_HEADER} is malformed`);
}

/** What passes between a phone and a function is counted in bytes, not in characters. */
function checkSize(text: string, most: number | null, code: FailureCode): void {
  if (most === null || Buffer.byteLength(text) <= most) return;
  throw new PlatformFailure(code, `more than ${most} bytes between a phone and a function`);
}

/** A caller, and who signed in as the rules for clients see it; no rule binds the others. */
type Asking = { caller: Caller; client: { auth: Auth | null } | null };

/**
 * Who calls a function over HTTP. A WeChat user is named by its openid; anybody else by
 * `x-local-caller`: `web:<uid>` a web user who signed in without WeChat, `nobody` a client who did
 * not sign in, `timer` the platform's timer, `administrator` the key that scripts hold. Without
 * either a page is nobody and a script the administrator.
 */
export function readAsking(headers: {
  openid?: string | undefined;
  caller?: string | undefined;
  origin?: string | undefined;
}): Asking {
  const openid = readOpenid(headers.openid);
  if (openid !== null) {
    return { caller: { openid, source: 'wx_client' }, client: { auth: { openid } } };
  }
  const word = headers.caller ?? (headers.origin === undefined ? 'administrator' : 'nobody');
  const uid = WEB_USER_PATTERN.exec(word)?.[1];
  if (uid !== undefined) {
    return { caller: { openid: null, uid, source: 'web_client' }, client: { auth: { uid } } };
  }
  switch (word) {
    case 'nobody':
      return { caller: { openid: null, source: 'web_client' }, client: { auth: null } };
    case 'timer':
      return { caller: theTimer, client: null };
    case 'administrator':
      return { caller: { openid: null, source: null }, client: null };
    default:
      throw new PlatformFailure('INVALID_PARAM', `${CALLER_HEADER} is malformed`);
  }
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
 * clients; no rule binds timers and keys on the platform either.
 */
export function functionRoutes(parts: {
  host: FunctionHost;
  functionRules: FunctionRules;
  platform: Platform;
}): Hono {
  const { host, functionRules: rules, platform } = parts;
  const routes = new Hono();
  routes.post('/:name', async (context) => {
    const name = context.req.param('name');
    const { caller, client } = readAsking({
      openid: context.req.header(OPENID_HEADER),
      caller: context.req.header(CALLER_HEADER),
      origin: context.req.header('origin'),
    });
    if (client !== null && !rules.mayInvoke(name, client.auth)) {
      throw new PlatformFailure('PERMISSION_DENIED', `function ${name} is closed to clients`);
    }
    const { phoneRequestBytes, phoneAnswerBytes } = platform.terms;
    const text = await context.req.text();
    if (client !== null) checkSize(text, phoneRequestBytes, 'EXCEED_REQUEST_SIZE_LIMIT');
    const event = clientEvent(text, caller.openid);
    const body = await host.invoke(name, event, caller);
    if (client !== null) checkSize(body, phoneAnswerBytes, 'FUNCTIONS_RESULT_SIZE_EXCEED_LIMIT');
    return context.body(body, 200, { 'content-type': 'application/json; charset=utf-8' });
  });
  return routes;
}
