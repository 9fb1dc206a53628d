import { Button } from '@nutui/nutui-react-taro';
import { aria } from '../../components/aria';

type Props = { onCode: (code: string) => void; busy: boolean };

/** WeChat asks the person itself; without their consent there is no code. */
export function PhoneButton({ onCode, busy }: Props) {
  return (
    <Button
      className="phone-check-button"
      block
      shape="square"
      loading={busy}
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => {
        if (detail.code) onCode(detail.code);
      }}
      {...aria('button')}
    >
      用微信手机号核对
    </Button>
  );
}
