import CloudBase from '@cloudbase/manager-node';
import { CannotGoOn } from './command-line';
import type { Credentials } from './credentials';

/** What the platform answered with instead; the message is a sentence for whoever deploys. */
export class PlatformRefused extends CannotGoOn {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

type Failure = { code?: string; message?: string; action?: string; requestId?: string };

const passing =
  /RequestLimitExceeded|RateLimit|TooManyRequests|InternalError|ResourceUnavailable|Busy/i;
const connection = /ECONNRE|TIMEDOUT|EAI_AGAIN|socket hang up|fetch failed/;
const denied = /UnauthorizedOperation|AuthFailure|CamNoAuth|no permission/i;

function isPassing({ code = '', message = '' }: Failure): boolean {
  return passing.test(code) || connection.test(code) || connection.test(message);
}

/** The library's error in a sentence that says what to do next. */
function explain(failure: Failure): PlatformRefused {
  const { code = '', message = '', requestId = '' } = failure;
  const action = /\[(\w+)\]/.exec(message)?.[1] ?? failure.action ?? '';
  const where = `(${[action, code, requestId].filter(Boolean).join(',')})`;
  if (/SecretIdNotFound|SignatureFailure|TokenFailure|InvalidSecretId/.test(code)) {
    return new PlatformRefused(`密钥不对或已失效${where}。请换一把,或重新 tcb login。`, code);
  }
  if (denied.test(code) || denied.test(message)) {
    const who = '请用主账号,或给这个子账号 QcloudTCBFullAccess 和 QcloudSCFFullAccess';
    return new PlatformRefused(`这把密钥没有做这件事的权限${where}。${who},再运行一次。`, code);
  }
  if (isPassing(failure)) {
    const again = '平台忙或网络断了,试了几次都没成';
    return new PlatformRefused(`${again}${where}。过几分钟再运行一次同样的命令。`, code);
  }
  return new PlatformRefused(`平台没有答应:${message}${where}`, code);
}

export type CloudApi = {
  manager: CloudBase;
  environmentId: string;
  /** One call of the cloud's interface by its name. */
  call<Answer>(
    service: 'tcb' | 'scf',
    action: string,
    parameters: Record<string, unknown>,
  ): Promise<Answer>;
  /** The same patience and the same sentences for a call that the library makes. */
  patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer>;
};

export type Patience = { attempts: number; firstPauseMs: number };
const usual: Patience = { attempts: 6, firstPauseMs: 500 };

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function tryAgain<Answer>(ask: () => Promise<Answer>, patience: Patience): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const failure = error as Failure;
      if (attempt >= patience.attempts || !isPassing(failure)) {
        throw error instanceof CannotGoOn ? error : explain(failure);
      }
      const longest = patience.firstPauseMs * 2 ** (attempt - 1);
      await pause(longest / 2 + Math.random() * (longest / 2));
    }
  }
}

/**
 * The cloud's management interface through its own library. What passes by itself (rate limit,
 * broken connection) is asked again, the rest becomes a PlatformRefused.
 */
export function connect(
  options: { environmentId: string; region: string; credentials: Credentials },
  patience: Patience = usual,
): CloudApi {
  const { environmentId, region, credentials } = options;
  const manager = new CloudBase({ ...credentials, envId: environmentId, region });
  const patiently = <Answer>(ask: () => Promise<Answer>) => tryAgain(ask, patience);
  return {
    manager,
    environmentId,
    patiently,
    call: (service, action, parameters) =>
      patiently(() => manager.commonService(service).call({ Action: action, Param: parameters })),
  };
}
