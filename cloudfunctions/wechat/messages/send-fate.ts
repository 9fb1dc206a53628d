/**
 * What became of a message: `no-ticket` where WeChat knows of none; `later` and `refused` where it
 * surely was not sent, because of the hour or of how it is set up; `unclear` where nobody knows:
 * then it is not sent again.
 */
export type Fate = 'sent' | 'no-ticket' | 'later' | 'refused' | 'unclear';

/** 43101: the user let nothing through, took it back, or it was used. */
const noTicket = new Set([43101]);
/** 45009: today's calls are used up; -604101: the permission is not there yet. */
const later = new Set([45009, -604101]);
/** Openid, template, page or data that WeChat does not take. */
const refused = new Set([40003, 40037, 41030, 47003]);

/** @param wechatCode null where nothing was answered */
export function fateOf(wechatCode: number | null): Fate {
  if (wechatCode === null) return 'unclear';
  if (noTicket.has(wechatCode)) return 'no-ticket';
  if (later.has(wechatCode)) return 'later';
  return refused.has(wechatCode) ? 'refused' : 'unclear';
}
