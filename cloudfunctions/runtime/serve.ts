import tcb from '@cloudbase/node-sdk';
import { ulid } from 'ulid';
import type { Envelope } from '../../src/contracts/contract';
import { readTemplates } from '../../src/domain/messages/templates';
import { callTime, type Needs, type PlatformLimits, shortageOf } from './call-time';
import type { Identity } from './caller';
import type { Action } from './define-action';
import { cloudbaseFiles } from './files';
import { fitsData } from './fits-data';
import { createHandle, type Handle } from './handle';
import { createSecret } from './secret';
import { cloudbaseStore, readRequestsAtOnce } from './store/cloudbase-store';
import { jitteredRetrying } from './store/repeat';

type PlatformContext = Parameters<typeof tcb.parseContext>[0];

type Said = Record<string, unknown>;

/** What the platform says of this one call; of a context without it, nothing. */
function saidOf(context: PlatformContext): Said {
  try {
    const { environment, environ } = tcb.parseContext(context);
    return { ...(environment ?? environ) };
  } catch {
    return {};
  }
}

/**
 * Identity as the platform gives it per call, from this call's context alone. The environment of
 * the process keeps what earlier calls left there, and an event says whatever its sender likes. A
 * call without a user of any kind is a timer's where the platform says so, else that of a key.
 */
function identityOf({ WX_OPENID, TCB_UUID, TRIGGER_SRC, TCB_SOURCE }: Said): Identity {
  if (typeof WX_OPENID === 'string' && WX_OPENID) return { kind: 'wechat', openid: WX_OPENID };
  const isTimer = TRIGGER_SRC === 'timer' || TCB_SOURCE === 'wx_trigger';
  return !TCB_UUID && isTimer ? { kind: 'timer' } : { kind: 'nobody' };
}

/**
 * What a timer's call left in the environment of a warm instance makes WeChat's SDK ask with that
 * call's dead token (its `getWxCloudToken`), and WeChat refuse as of an illegal source (-604104).
 */
function forgetTheTimer({ TRIGGER_SRC }: Said): void {
  if (TRIGGER_SRC) return;
  delete process.env.TRIGGER_SRC;
  delete process.env.WX_TRIGGER_API_TOKEN_V0;
}

function requestIdOf(context: unknown): string {
  const { request_id, requestId } = (context ?? {}) as Record<string, unknown>;
  return String(request_id ?? requestId ?? ulid());
}

const log = (line: Record<string, unknown>) => console.log(JSON.stringify(line));

/**
 * A function's `main`: its actions behind the one pipeline. Made once per cold start.
 * @param needs its own config.json: what it was measured with
 */
export function serve(actions: readonly Action[], needs: Needs) {
  let handle: Handle | null = null;
  const time = callTime(() => performance.now());
  const start = (limits: PlatformLimits) => {
    const shortage = shortageOf(limits, needs);
    if (shortage) log(shortage);
    const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
    const store = cloudbaseStore(app, {
      requestsAtOnce: readRequestsAtOnce(process.env.JIFEN_REQUESTS_AT_ONCE),
      retrying: { ...jitteredRetrying, timeLeftMs: time.leftMs },
    });
    return createHandle(actions, {
      store,
      fits: fitsData(store),
      files: cloudbaseFiles(app),
      secret: createSecret(process.env.JIFEN_SECRET, {
        founding: process.env.JIFEN_FOUNDING_SECRET,
        before: process.env.JIFEN_SECRETS_BEFORE,
      }),
      templates: readTemplates(process.env.JIFEN_TEMPLATES).templates,
      nowMs: Date.now,
      hasTime: time.mayBegin,
      // Not ulid itself: whoever maps a list with it would hand it an index as its time.
      newId: () => ulid(),
      log,
    });
  };
  return async (event: unknown, context: PlatformContext): Promise<Envelope<unknown>> => {
    const limits = (context ?? {}) as PlatformLimits;
    time.begin(limits);
    const said = saidOf(context);
    forgetTheTimer(said);
    handle ??= start(limits);
    return handle(event, identityOf(said), requestIdOf(context));
  };
}
