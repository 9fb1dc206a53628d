import { Button } from '@tarojs/components';
import { aria } from '../../components/aria';
import { BusySign, buttonClass } from '../../components/button';

type Props = { onCode: (code: string) => void; busy: boolean };

/** WeChat asks the person itself, by its own button; without their consent there is no code. */
export function PhoneButton({ onCode, busy }: Props) {
  return (
    <Button
      className={buttonClass('plain', busy, 'phone-check-button')}
      openType={busy ? undefined : 'getPhoneNumber'}
      onGetPhoneNumber={({ detail }) => {
        if (detail.code) onCode(detail.code);
      }}
      {...aria('button', undefined, { disabled: busy })}
    >
      {busy && <BusySign />}
      用微信手机号核对
    </Button>
  );
}
