import { wechat as contracts } from '../../../src/contracts';
import { commonRefusals } from '../../../src/contracts/refusals';
import { maskPhone } from '../../../src/domain/kernel/names';
import { refuse } from '../../../src/domain/kernel/refusal';
import { mobileOfChina } from '../../../src/domain/people/phone-number';
import { writePhoneToken } from '../../../src/domain/people/phone-token';
import { defineQuery } from '../../runtime/define-action';
import type { WeChat } from '../port';
import { refuseForWeChat } from '../refusals';

export function readPhoneNumber(wechat: WeChat) {
  return defineQuery({
    contract: contracts.readPhoneNumber,
    allow: [{ who: 'wechat-user' }],
    // WeChat charges for each number it tells.
    countsTries: { named: 'phone', whatNext: '或者不核对手机号,填户号和姓名,等村里核对' },
    run: async ({ input, caller, secret, nowMs }) => {
      const lookUp = caller.lookUp ?? refuse('log-in-first', commonRefusals['log-in-first']);
      const phone = mobileOfChina(await wechat.phoneNumber(input.code).catch(refuseForWeChat));
      const sign = (text: string) => secret.sign('phone', text);
      return { ...writePhoneToken(lookUp, phone, nowMs, sign), phoneMasked: maskPhone(phone) };
    },
  });
}
