import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';

/** Turns WeChat's one-use code into a token that only this person can hand to `people`. */
export const readPhoneNumber = contract({
  functionName: 'wechat',
  action: 'read-phone-number',
  title: '核对手机号',
  kind: 'query',
  input: z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(200)) }),
  value: z.object({ phoneToken: z.string(), phoneMasked: z.string(), validUntilMs: f.instant }),
  refusals: ['phone-code-stale', 'phone-not-chinese', 'wechat-unavailable', 'too-many-tries'],
});

/**
 * A mini-program code to print: for the village's door, a shop, or a matter's poster. It is kept
 * where the printer finds it: WeChat draws each only once.
 */
export const makeCode = contract({
  functionName: 'wechat',
  action: 'make-code',
  title: '生成小程序码',
  kind: 'run',
  input: z.strictObject({
    villageId: f.slug,
    target: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('village') }),
      z.strictObject({ kind: z.literal('shop'), shopId: f.slug }),
      z.strictObject({
        kind: z.literal('matter'),
        key: f.slug,
        version: z.int().check(z.minimum(1)),
      }),
    ]),
  }),
  value: z.object({ scene: z.string() }),
  logged: ['villageId', 'target'],
  refusals: ['wechat-unavailable', 'scene-too-long'],
});

/** Sends what people let WeChat tell them; its own timer, apart from that of `jobs`. */
export const sendMessages = contract({
  functionName: 'wechat',
  action: 'send-messages',
  title: '发提醒',
  kind: 'job',
  input: f.nothing,
  value: z.object({ done: z.int(), left: z.int() }),
  refusals: ['template-refused'],
});

/**
 * WeChat's look at words that others will read, as its rules want of every app where people write:
 * asked by the phone before it sends them. Where WeChat cannot be asked the phone goes on, for
 * people of the village look at everything as well.
 */
export const checkText = contract({
  functionName: 'wechat',
  action: 'check-text',
  title: '看看这段话能不能发',
  kind: 'query',
  input: z.strictObject({ text: f.text(400) }),
  value: f.nothing,
  refusals: ['text-not-fit', 'wechat-unavailable'],
});
