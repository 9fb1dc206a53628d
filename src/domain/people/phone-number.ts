import { refuse } from '../kernel/refusal';

/** Of a mobile in China; `100` begins none, so the made-up people have theirs there. */
const chineseMobile = /^1(?:[3-9]\d|00)\d{8}$/;
const countryOfChina = '86';

/** A number as WeChat vouches for it: the country apart from what is dialled there. */
export type VouchedNumber = { countryCode: string; number: string };

/** Eleven digits as the register keeps them, or null for what is no mobile number of China. */
export function readChineseMobile(text: string): string | null {
  const [, digits = ''] = /^(?:(?:\+|00)?86)?(\d{11})$/.exec(text.replace(/[\s-]/g, '')) ?? [];
  return chineseMobile.test(digits) ? digits : null;
}

/**
 * Numbers of another country can have the same eleven digits as a villager's.
 * @throws Refusal `phone-not-chinese`
 */
export function mobileOfChina({ countryCode, number }: VouchedNumber): string {
  const mobile = countryCode === countryOfChina ? readChineseMobile(number) : null;
  if (mobile !== null) return mobile;
  return refuse(
    'phone-not-chinese',
    '微信绑定的不是中国(+86)的手机号,不能用来核对。请填户号和姓名加入,等村里核对。',
  );
}
