/** Why the phone did not do what it was asked for, and where that can be changed. */
export type DeviceProblem = {
  message: string;
  /** `mini-program`: WeChat's settings for this app; `phone`: the phone's settings for WeChat. */
  settings: 'mini-program' | 'phone' | null;
};

/** How WeChat's APIs fail. Who gave up by themselves need not be told. */
export type FailureKind =
  | 'cancelled'
  | 'not-allowed'
  | 'phone-not-allowed'
  | 'privacy-refused'
  | 'not-declared'
  | 'other';

/** By number where there is one, else by words: they differ by system and by version. */
const signs: { kind: FailureKind; errno: number[]; words: RegExp }[] = [
  { kind: 'privacy-refused', errno: [104], words: /privacy (permission|authoriz)/i },
  { kind: 'not-declared', errno: [112, 1025], words: /privacy agreement/i },
  { kind: 'phone-not-allowed', errno: [], words: /system permission|locationswitchoff/i },
  { kind: 'not-allowed', errno: [], words: /auth\w*[ :]+(den|no response)|permission denied/i },
  { kind: 'cancelled', errno: [], words: /cancel|user den/i },
];

/** What kind of failure an API of WeChat rejected with. */
export function failureOf(error: unknown): FailureKind {
  const { errMsg, message, errno } = (error ?? {}) as Record<string, unknown>;
  const text = String(errMsg ?? message ?? error);
  const byNumber = signs.find((sign) => sign.errno.includes(Number(errno)));
  return (byNumber ?? signs.find(({ words }) => words.test(text)))?.kind ?? 'other';
}

/**
 * What to tell the person; null when they gave up by themselves.
 * @param thing what it is for, in their words: `相机和相册`
 * @param otherwise what to do when it is none of the known kinds
 */
export function problemOf(error: unknown, thing: string, otherwise: string): DeviceProblem | null {
  switch (failureOf(error)) {
    case 'cancelled':
      return null;
    case 'not-allowed':
      return { message: `没有允许用${thing}。打开以后再点一次。`, settings: 'mini-program' };
    case 'phone-not-allowed':
      return { message: `手机没让微信用${thing}。打开以后再点一次。`, settings: 'phone' };
    case 'privacy-refused':
      return { message: `没同意隐私说明,用不了${thing}。再点一次,选同意就行。`, settings: null };
    case 'not-declared':
      return { message: `小程序还没登记要用${thing},现在用不了。请告诉镇里。`, settings: null };
    case 'other':
      return { message: otherwise, settings: null };
  }
}
