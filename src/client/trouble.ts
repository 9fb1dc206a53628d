import type { EnvelopeError } from '../contracts/contract';
import { commonRefusals } from '../contracts/refusals';
import { NoAnswer } from './within-time';

/**
 * Why a call brought no answer of ours, in words for its person. For a command nobody knows
 * whether it happened: the same is asked again under the same id.
 */
const troubles = {
  'no-network': '现在连不上网。请到信号好的地方再试。',
  'no-answer': '等了半天没有回音。请再试一次,不会重复办。',
  'cloud-busy': '现在用的人太多,云端忙不过来。请过几分钟再试。',
  'cloud-trouble': '云端出了问题,不是您手机的事。请过一会儿再试。',
} as const;

type Trouble = keyof typeof troubles;

/** No answer, or none that decided: the same may be asked again, a command under the same id. */
export function isUndecided({ code }: EnvelopeError): boolean {
  return [...Object.keys(troubles), 'busy', 'unclear', 'data-version', 'not-available'].includes(
    code,
  );
}

/** Nothing got through to the cloud or back from it. */
export function isOffline({ code }: EnvelopeError): boolean {
  return code === 'no-network' || code === 'no-answer';
}

/** @param platformCode CloudBase's or WeChat's own number, for whoever looks into it */
function trouble(code: Trouble, platformCode: number | null = null): EnvelopeError {
  const message = troubles[code];
  if (platformCode === null) return { code, message };
  const told = `还不行,把 ${Math.abs(platformCode)} 这个号告诉村里。`;
  return { code, message: message + told, details: { platformCode } };
}

const noAnswer = trouble('no-answer');
/** The function ended without an envelope. */
export const emptyAnswer = trouble('cloud-trouble');

type Failure = { errCode?: unknown; errMsg?: unknown; message?: unknown };

/**
 * The number of a failed call of `wx.cloud`: `errCode`, or only in its words, as older clients have
 * it. -1 is the device's own failure: the request did not get through.
 */
function platformCodeOf({ errCode }: Failure, words: string): number | null {
  const said = typeof errCode === 'number' ? errCode : /errCode: (-?\d+)/.exec(words)?.[1];
  const code = Number(said ?? 0);
  return code === 0 || code === -1 ? null : code;
}

/** Decided, and by nothing of the network: the same again is too large again. */
const tooLarge: EnvelopeError = {
  code: 'input-too-large',
  message: commonRefusals['input-too-large'],
};

/** What a rejected call came to. */
export function troubleOf(failure: unknown): EnvelopeError {
  if (failure instanceof NoAnswer) return noAnswer;
  const parts = Object(failure) as Failure;
  const words = `${parts.errMsg ?? ''} ${parts.message ?? ''}`;
  const code = platformCodeOf(parts, words);
  if (/REQUEST_SIZE|PAYLOAD_SIZE|exceeds? (the )?max\w* (data )?size/i.test(words)) return tooLarge;
  // It ran; only what it said did not fit.
  if (/RESULT_SIZE/.test(words)) return trouble('cloud-trouble', code);
  const isFull = /EXCEED_(RATELIMIT|CONCURRENT|REQUEST_LIMIT)|LimitExceeded|ConcurrentLimit/;
  if (isFull.test(words)) return trouble('cloud-busy', code);
  if (code !== null) return trouble('cloud-trouble', code);
  // WeChat ends what runs in the background; it may have arrived before.
  return /interrupted|timeout|time out/.test(words) ? noAnswer : trouble('no-network');
}
