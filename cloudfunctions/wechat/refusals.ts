import { refuse } from '../../src/domain/kernel/refusal';
import { WeChatError } from './port';

/** Answers a failure of WeChat with what the person can do; anything else is our bug. */
export function refuseForWeChat(error: unknown): never {
  if (!(error instanceof WeChatError)) throw error;
  if (error.codeIsStale) {
    refuse('phone-code-stale', '手机号核对已经过时。请再点一次“用微信手机号加入”。');
  }
  const message = '微信那边暂时没有答应,什么都没有改动。请过一会儿再试。';
  refuse('wechat-unavailable', message, { wechatCode: error.wechatCode });
}
