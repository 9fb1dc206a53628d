import { Button } from '@nutui/nutui-react-taro';
import { useState } from 'react';
import { aria } from '../../components/aria';
import { Field } from '../../components/field';

type Props = { onCode: (code: string) => void; busy: boolean };

/** A browser has no WeChat to ask: the code is typed in and the cloud judges it. */
export function PhoneButton({ onCode, busy }: Props) {
  const [code, setCode] = useState('');
  return (
    <>
      <Field
        label="手机号凭证"
        value={code}
        onInput={setCode}
        maximumLength={200}
        placeholder="phone:手机号"
      />
      <Button
        className="phone-check-button"
        block
        shape="square"
        loading={busy}
        disabled={code.trim() === ''}
        onClick={() => onCode(code.trim())}
        {...aria('button')}
      >
        核对手机号
      </Button>
    </>
  );
}
