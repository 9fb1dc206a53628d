import { testPhone } from '../../support/test-register';
import { headOpenid } from '../../support/town';
import type { Scenarios } from './scenario';

export const wechatScenarios: Scenarios = {
  'read-phone-number': () => ({
    as: { openid: 'newly-come' },
    input: { code: `phone:${testPhone(2, 12)}` },
  }),
  'check-text': () => ({
    as: { openid: headOpenid(1, 8) },
    input: { text: '门前路扫了' },
  }),
  'make-code': () => ({
    as: { openid: headOpenid(1, 2) },
    input: { villageId: 'v01', target: { kind: 'village' } },
  }),
};
