import { type OutgoingMessage, WeChatError } from '../../cloudfunctions/wechat/port';
import { readTemplates } from '../../src/domain/messages/templates';

/** Every template, as WeChat might have given them. */
export const testTemplates = readTemplates(
  [
    'to-do=template-to-do',
    'on-notice=template-on-notice',
    'posted=template-posted',
    'result=template-result',
    'lapsing=template-lapsing',
  ].join(';'),
).templates;

const keyOf = ({ openid, templateId }: Pick<OutgoingMessage, 'openid' | 'templateId'>) =>
  `${openid} ${templateId}`;

/**
 * WeChat's side of subscribe messages: it counts the tickets itself, and sends nothing without one.
 */
export function openPostOffice() {
  const tickets = new Map<string, number>();
  const sent: OutgoingMessage[] = [];
  let failing: { code: number | null; sendsFirst: boolean; after: number } | null = null;
  return {
    sent,
    /** Somebody taps 允许. */
    give(openid: string, templateId: string, count = 1): void {
      const key = keyOf({ openid, templateId });
      tickets.set(key, (tickets.get(key) ?? 0) + count);
    },
    /** It fails so, behind so many more; `sendsFirst`: the answer alone is lost. */
    fail(code: number | null, { sendsFirst = false, after = 0 } = {}): void {
      failing = { code, sendsFirst, after: sent.length + after };
    },
    mend(): void {
      failing = null;
    },
    async send(message: OutgoingMessage): Promise<void> {
      const key = keyOf(message);
      const fails = failing !== null && sent.length >= failing.after ? failing : null;
      if (fails && !fails.sendsFirst) throw new WeChatError(false, fails.code);
      const left = tickets.get(key) ?? 0;
      if (left === 0) throw new WeChatError(false, 43101);
      tickets.set(key, left - 1);
      sent.push(message);
      if (fails) throw new WeChatError(false, fails.code);
    },
  };
}

export type PostOffice = ReturnType<typeof openPostOffice>;
