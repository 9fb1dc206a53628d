import { type OutgoingMessage, WeChatError } from '../../cloudfunctions/wechat/port';
import { messageTemplatesOf } from '../../config/run/cloud-options';
import {
  createSubscribeMessages,
  type SendFailure,
  type SubscribeMessages,
} from '../../local-cloud/wechat/subscribe-messages';
import { readTemplates, type Templates } from '../../src/domain/messages/templates';

/** Every template, as WeChat might have given them: what `JIFEN_TEMPLATES` says. */
export const testTemplatesText = [
  'to-do=template-to-do',
  'on-notice=template-on-notice',
  'posted=template-posted',
  'result=template-result',
  'lapsing=template-lapsing',
].join(';');
export const testTemplates = readTemplates(testTemplatesText).templates;

export type PostOffice = Pick<SubscribeMessages, 'sent' | 'mend'> & {
  /** Somebody taps 允许. */
  give(openid: string, templateId: string): void;
  /** It fails so until it is mended; null: no answer comes at all. */
  fail(code: number | null, how?: Pick<SendFailure, 'after' | 'sendsFirst'>): void;
  /** @throws WeChatError */
  send(message: OutgoingMessage): Promise<void>;
};

/** WeChat's side of subscribe messages, the local cloud's own, without a wire between. */
export function openPostOffice(nowMs: () => number, templates: Templates): PostOffice {
  const office = createSubscribeMessages(nowMs, messageTemplatesOf(templates));
  let isSilent = false;
  return {
    ...{ sent: office.sent, mend: office.mend },
    give: (openid, templateId) => void office.give({ openid, templateId }),
    fail(code, how) {
      isSilent = code === null;
      office.fail({ errcode: code ?? -1, times: Number.MAX_SAFE_INTEGER, ...how });
    },
    async send({ openid, templateId, ...message }) {
      const answer = office.send({ touser: openid, template_id: templateId, ...message });
      const code = answer.kind === 'json' ? Number(answer.value.errcode) : 0;
      if (code !== 0) throw new WeChatError(false, isSilent && code === -1 ? null : code);
    },
  };
}
