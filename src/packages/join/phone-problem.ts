import { failureOf } from '../../client/device-problem';

/** What WeChat's button for the phone number answers. */
export type PhoneAnswer = { code?: string; errMsg?: string; errno?: number };

const otherWay = '不核对也能加入:填好户号和姓名,点“加入”,村干部看过就行。';
const quotaUsedUp = 1400001;

function reasonOf(answer: PhoneAnswer): string {
  if (answer.errno === quotaUsedUp) return '核对手机号的次数用完了,请告诉镇里。';
  if (/:ok/.test(answer.errMsg ?? '')) return '微信版本太旧,给不了手机号。可以更新微信再来。';
  switch (failureOf(answer)) {
    case 'cancelled':
      return '没有给手机号,也没关系。';
    case 'privacy-refused':
      return '没同意隐私说明,微信就不给手机号。再点一次,选同意就行。';
    case 'not-declared':
      return '小程序还没登记要用手机号,请告诉镇里。';
    default:
      return '微信这会儿没给手机号,过一会儿再点。';
  }
}

/**
 * Why there is no code for the phone number, and the way in without one.
 * @param whatNext where there is another way than joining without it
 */
export function phoneProblem(answer: PhoneAnswer, whatNext = otherWay): string {
  return `${reasonOf(answer)}${whatNext}`;
}
