import { Button } from '@tarojs/components';
import { aria } from '../../components/aria';
import { BusySign, buttonClass } from '../../components/button';
import { phoneProblem } from './phone-problem';

type Props = {
  label?: string;
  onCode: (code: string) => void;
  onProblem: (message: string) => void;
  busy: boolean;
};

/** WeChat asks the person itself, by its own button; without their consent there is no code. */
export function PhoneButton({ label = '用微信手机号加入', onCode, onProblem, busy }: Props) {
  return (
    <Button
      className={buttonClass('primary', busy, 'phone-first-button')}
      openType={busy ? undefined : 'getPhoneNumber'}
      onGetPhoneNumber={({ detail }) => {
        if (detail.code) onCode(detail.code);
        else onProblem(phoneProblem(detail));
      }}
      {...aria('button', undefined, { disabled: busy })}
    >
      {busy && <BusySign />}
      {label}
    </Button>
  );
}
