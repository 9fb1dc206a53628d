import type { Action } from '../../runtime/define-action';
import type { WeChat } from '../port';
import { wechatSdk } from '../sdk';
import { checkText } from './check-text';
import { makeCode } from './make-code';
import { readPhoneNumber } from './read-phone-number';
import { sendMessages } from './send-messages';

export function actionsWith(wechat: WeChat): readonly Action[] {
  return [readPhoneNumber(wechat), makeCode(wechat), checkText(wechat), sendMessages(wechat)];
}

/** The actions that need WeChat itself. */
export const actions = actionsWith(wechatSdk);
