import { useState } from 'react';
import { Button } from '../../components/button';
import { Field } from '../../components/field';

type Props = { label?: string; onCode: (code: string) => void; busy: boolean };

/** A browser has no WeChat to ask: the code is typed in and the cloud judges it. */
export function PhoneButton({ label = '用手机号加入', onCode, busy }: Props) {
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
        tone="primary"
        className="phone-first-button"
        busy={busy}
        disabled={code.trim() === ''}
        onTap={() => onCode(code.trim())}
      >
        {label}
      </Button>
    </>
  );
}
