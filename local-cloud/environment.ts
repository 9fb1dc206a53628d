import { randomBytes } from 'node:crypto';

/** The one environment this cloud holds; real ones have such an id, a bucket and an account. */
export const ENVIRONMENT_ID = 'local-env';
export const BUCKET = 'local';
export const APP_ID = 'wxlocalcloud000000';

/** A key pair that only those who were handed the environment block know. */
export type Credentials = { secretId: string; secretKey: string };

export function makeCredentials(): Credentials {
  return {
    secretId: `AKID${randomBytes(16).toString('hex')}`,
    secretKey: randomBytes(16).toString('hex'),
  };
}

/**
 * The variables that redirect an unmodified @cloudbase/node-sdk or wx-server-sdk to this cloud.
 * The SDK reads TCB_ENV only when TCB_CONTEXT_KEYS lists it, and outside "SCF" it would first ask
 * a metadata host of the data centre before every request.
 */
export function sdkEnvironment(url: string, credentials: Credentials): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: ENVIRONMENT_ID,
    TCB_ENV: ENVIRONMENT_ID,
    TCB_CONTEXT_KEYS: 'TCB_ENV',
    TENCENTCLOUD_SECRETID: credentials.secretId,
    TENCENTCLOUD_SECRETKEY: credentials.secretKey,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  };
}
