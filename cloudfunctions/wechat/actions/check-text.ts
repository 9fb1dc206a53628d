import { wechat as contracts } from '../../../src/contracts';
import { commonRefusals } from '../../../src/contracts/refusals';
import { refuse } from '../../../src/domain/kernel/refusal';
import { defineQuery } from '../../runtime/define-action';
import type { WeChat } from '../port';
import { refuseForWeChat } from '../refusals';

const notFit = '这段话里有微信不让发的内容,还没有交上。请改一改再交。';

export function checkText(wechat: WeChat) {
  return defineQuery({
    contract: contracts.checkText,
    allow: [{ who: 'wechat-user' }],
    run: async ({ input, caller: { identity } }) => {
      if (identity.kind !== 'wechat') refuse('log-in-first', commonRefusals['log-in-first']);
      const isFit = await wechat.isFit(input.text, identity.openid).catch(refuseForWeChat);
      if (!isFit) refuse('text-not-fit', notFit);
      return {};
    },
  });
}
