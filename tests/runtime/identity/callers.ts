/** One way to call: as whom over the wire, with what event, and whom the function must see. */
export type Asking = { headers: Record<string, string>; event: object; who: string };

const plain = { action: 'who-calls' };
const claims = {
  ...plain,
  ...{ openid: 'oThief', WX_OPENID: 'oThief', userInfo: { openId: 'oThief', appId: 'wx' } },
};
const timerLike = { ...plain, Type: 'Timer', TriggerName: 'who-calls', TRIGGER_SRC: 'timer' };
const fired = { Type: 'Timer', TriggerName: 'who-calls', Time: 'now', Message: '' };
const as = (caller: string) => ({ 'x-local-caller': caller });
const wechat = (openid: string) => ({ 'x-local-openid': openid });

/** Everybody whom the platform lets call a function, honest and not. */
export const askings: Record<string, Asking> = {
  'a WeChat user': { headers: wechat('oFirst'), event: plain, who: 'oFirst' },
  'another WeChat user': { headers: wechat('oSecond'), event: claims, who: 'oSecond' },
  nobody: { headers: as('nobody'), event: plain, who: 'nobody' },
  'nobody who claims to be somebody': { headers: as('nobody'), event: claims, who: 'nobody' },
  'a web user': { headers: as('web:u1'), event: plain, who: 'nobody' },
  'a web user with the event of a timer': {
    headers: as('web:u1'),
    event: timerLike,
    who: 'nobody',
  },
  'the timer': { headers: as('timer'), event: fired, who: 'timer' },
  "the administrator's key": { headers: as('administrator'), event: plain, who: 'nobody' },
  "the administrator's key with the event of a timer": {
    headers: as('administrator'),
    event: timerLike,
    who: 'nobody',
  },
};

/**
 * A walk that takes `callers` numbered callers in every order, so many in a row: whoever inherits
 * from the caller before is met. (A de Bruijn sequence.)
 */
export function everyInARow(callers: number, row: number): number[] {
  const walk: number[] = [];
  const word = Array.from({ length: row + 1 }, () => 0);
  const extend = (at: number, period: number): void => {
    if (at > row) {
      if (row % period === 0) walk.push(...word.slice(1, period + 1));
      return;
    }
    const from = word[at - period] ?? 0;
    for (let next = from; next < callers; next += 1) {
      word[at] = next;
      extend(at + 1, next === from ? period : at);
    }
  };
  extend(1, 1);
  return [...walk, ...walk.slice(0, row - 1)];
}
