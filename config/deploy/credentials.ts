import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { CannotGoOn } from './command-line';

export type Credentials = { secretId: string; secretKey: string; token?: string };

type Stored = {
  secretId?: string;
  secretKey?: string;
  token?: string;
  accessTokenExpired?: number | string;
  tmpSecretId?: string;
  tmpSecretKey?: string;
  tmpToken?: string;
  tmpExpired?: number | string;
};

const soonMs = 10 * 60_000;
const howToGetIn =
  '请先运行 tcb login,或把 API 密钥放进环境变量 TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY。';

/** Where `tcb login` keeps what it got, in either of the two forms it writes. */
function readLogin(home: string, nowMs: number): Credentials | null {
  const file = path.join(home, '.config', '.cloudbase', 'auth.json');
  if (!existsSync(file)) {
    return null;
  }
  const stored = (JSON.parse(readFileSync(file, 'utf8')) as { credential?: Stored }).credential;
  const secretId = stored?.secretId || stored?.tmpSecretId;
  const secretKey = stored?.secretKey || stored?.tmpSecretKey;
  if (!secretId || !secretKey) {
    return null;
  }
  const expiresAtMs = Number(stored?.accessTokenExpired || stored?.tmpExpired || Infinity);
  if (expiresAtMs < nowMs + soonMs) {
    throw new CannotGoOn('tcb login 的登录就要过期或已经过期。请运行一次 tcb env list 再来。');
  }
  const token = stored?.token || stored?.tmpToken;
  return { secretId, secretKey, ...(token && { token }) };
}

/**
 * Who deploys: an API key of the environment variables, else the login of `tcb login`. Nothing of
 * it is ever printed.
 * @throws CannotGoOn
 */
export function findCredentials(
  environment: Readonly<Record<string, string | undefined>>,
  home = homedir(),
  nowMs = Date.now(),
): Credentials {
  const secretId = environment.TENCENTCLOUD_SECRETID;
  const secretKey = environment.TENCENTCLOUD_SECRETKEY;
  if (secretId && secretKey) {
    const token = environment.TENCENTCLOUD_SESSIONTOKEN;
    return { secretId, secretKey, ...(token && { token }) };
  }
  if (secretId || secretKey) {
    throw new CannotGoOn('TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY 要两个都有。');
  }
  const login = readLogin(home, nowMs);
  if (login === null) {
    throw new CannotGoOn(`不知道以谁的身份部署。${howToGetIn}`);
  }
  return login;
}
