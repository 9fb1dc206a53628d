import tcb from '@cloudbase/node-sdk';
import { ulid } from 'ulid';
import type { Envelope } from '../../src/contracts/contract';
import type { Identity } from './caller';
import type { Action } from './define-action';
import { cloudbaseFiles } from './files';
import { createHandle, type Handle } from './handle';
import { createSecret } from './secret';
import { cloudbaseStore } from './store/cloudbase-store';

type PlatformContext = Parameters<typeof tcb.getCloudbaseContext>[0];

/**
 * Identity as the platform gives it per call. A call that carries no user of any kind comes from a
 * timer or from an administrator's key; function rules keep other clients out.
 */
function identityOf(event: unknown, context: PlatformContext): Identity {
  const { WX_OPENID, TCB_UUID } = tcb.getCloudbaseContext(context);
  if (WX_OPENID) return { kind: 'wechat', openid: WX_OPENID };
  const isTimer = (event as { Type?: unknown } | null)?.Type === 'Timer';
  return !TCB_UUID && isTimer ? { kind: 'timer' } : { kind: 'nobody' };
}

function requestIdOf(context: unknown): string {
  const { request_id, requestId } = (context ?? {}) as Record<string, unknown>;
  return String(request_id ?? requestId ?? ulid());
}

/** A function's `main`: its actions behind the one pipeline. Made once per cold start. */
export function serve(actions: readonly Action[]) {
  let handle: Handle | null = null;
  const start = () => {
    const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
    return createHandle(actions, {
      store: cloudbaseStore(app),
      files: cloudbaseFiles(app),
      secret: createSecret(process.env.JIFEN_SECRET, process.env.JIFEN_FOUNDING_SECRET),
      nowMs: Date.now,
      newId: ulid,
      log: (line) => console.log(JSON.stringify(line)),
    });
  };
  return async (event: unknown, context: PlatformContext): Promise<Envelope<unknown>> => {
    handle ??= start();
    return handle(event, identityOf(event, context), requestIdOf(context));
  };
}
