import { createElement } from 'react';

type Module = typeof import('../../../../src/packages/join/phone-button');

let code: string | null = 'one-use-code';

/** WeChat's button for the phone number: what it answers, null where the person says no. */
export const phoneButton = {
  gives(given: string | null) {
    code = given;
  },
  reset: () => phoneButton.gives('one-use-code'),
};

export const PhoneButton: Module['PhoneButton'] = ({
  label = '用微信手机号加入',
  onCode,
  onProblem,
  busy,
}) => {
  const onClick = () => (code === null ? onProblem('没有拿到手机号。') : onCode(code));
  return createElement('button', { type: 'button', onClick, disabled: busy }, label);
};
