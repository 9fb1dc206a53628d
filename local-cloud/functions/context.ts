import { APP_ID, ENVIRONMENT_ID } from '../environment';
import type { FunctionDefinition } from './definition';

/**
 * Who or what calls a function: a WeChat user, a web user (signed in without WeChat, `uid`), or
 * neither. `source` as WeChat names it (TCB_SOURCE); null where the platform says nothing: an
 * administrator's key.
 */
export type Caller = {
  openid: string | null;
  uid?: string;
  source: 'wx_client' | 'wx_client,scf' | 'scf' | 'wx_trigger' | 'web_client' | null;
};

/** The platform's own timer. */
export const theTimer: Caller = { openid: null, source: 'wx_trigger' };

/** What the platform says of whom. Whatever does not apply is absent, not empty. */
function identityOf({ openid, uid, source }: Caller, token: string): Record<string, string> {
  if (openid !== null) {
    return {
      WX_CONTEXT_KEYS: 'WX_CLIENTIP,WX_OPENID,WX_APPID,WX_API_TOKEN',
      WX_CLIENTIP: '127.0.0.1',
      WX_OPENID: openid,
      WX_APPID: APP_ID,
    };
  }
  if (uid !== undefined) {
    return {
      TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_UUID,TCB_ISANONYMOUS_USER,TCB_SOURCE_IP',
      TCB_UUID: uid,
      TCB_ISANONYMOUS_USER: 'false',
      TCB_SOURCE_IP: '127.0.0.1',
    };
  }
  if (source === 'wx_trigger') return { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: token };
  return source === 'scf' ? { WX_CONTEXT_KEYS: 'WX_API_TOKEN' } : {};
}

/**
 * The context of one request, as the platform hands it to the handler.
 * @param token found again in the SDK's own calls; no identity to anybody else
 */
export function requestContext(
  definition: FunctionDefinition,
  requestId: string,
  caller: Caller,
  token: string,
): Record<string, unknown> {
  const all: Record<string, string> = {
    SCF_NAMESPACE: ENVIRONMENT_ID,
    TCB_ENV: ENVIRONMENT_ID,
    TCB_CONTEXT_KEYS: 'TCB_ENV',
    ...(caller.source === null ? {} : { TCB_SOURCE: caller.source }),
    WX_API_TOKEN: token,
    ...identityOf(caller, token),
  };
  return {
    request_id: requestId,
    function_name: definition.name,
    function_version: '$LATEST',
    namespace: ENVIRONMENT_ID,
    memory_limit_in_mb: definition.memoryMb,
    time_limit_in_ms: definition.timeoutMs,
    environ: Object.entries(all)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
    environment: JSON.stringify(all),
  };
}
