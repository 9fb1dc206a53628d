import { Button } from '@tarojs/components';
import { aria } from '../../components/aria';
import { BusySign, buttonClass } from '../../components/button';
import { phoneProblem } from './phone-problem';

type Props = {
  label?: string;
  /** What somebody does who gives no number, where it is not joining. */
  otherwise?: string;
  onCode: (code: string) => void;
  onProblem: (message: string) => void;
  busy: boolean;
};

/** WeChat asks the person itself, by its own button; without their consent there is no code. */
export function PhoneButton(props: Props) {
  const { label = '用微信手机号加入', otherwise, onCode, onProblem, busy } = props;
  return (
    <Button
      className={buttonClass('primary', busy, 'phone-first-button')}
      openType={busy ? undefined : 'getPhoneNumber'}
      onGetPhoneNumber={({ detail }) => {
        if (detail.code) onCode(detail.code);
        else onProblem(phoneProblem(detail, otherwise));
      }}
      {...aria('button', undefined, { disabled: busy })}
    >
      {busy && <BusySign />}
      {label}
    </Button>
  );
}
