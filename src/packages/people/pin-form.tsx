import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../client/use-command';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-state';
import { Field } from '../../components/field';
import { FormPart } from '../../components/form-part';
import { setPin } from '../../contracts/proxy';

const isPin = (text: string) => /^\d{4,6}$/.test(text);

type Props = { label: string; onSet?: () => void };

/** Typed twice, by whoever it belongs to; nothing of it stays on the phone. */
export function PinForm({ label, onSet }: Props) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [isSet, done] = useState(false);
  const { run, busy, error, clearError } = useCommand(setPin);
  const type = (put: (text: string) => void) => (text: string) => {
    clearError();
    done(false);
    put(text);
  };
  const differ = second !== '' && isPin(first) && second.length >= first.length && second !== first;
  const save = async () => {
    const answer = await run({ pin: first });
    if (!answer.ok) return;
    setFirst('');
    setSecond('');
    done(true);
    onSet?.();
  };
  return (
    <FormPart label={label}>
      <Field
        label="密码"
        type="number"
        secret
        value={first}
        onInput={type(setFirst)}
        maximumLength={6}
        placeholder="4 到 6 个数"
        hint="请本人自己按,别人不要看。"
      />
      <Field
        label="再按一次"
        type="number"
        secret
        value={second}
        onInput={type(setSecond)}
        maximumLength={6}
        problem={differ ? '两次按的不一样。' : null}
      />
      <ErrorNote error={error} />
      <Button tone="outline" busy={busy} disabled={!isPin(first) || first !== second} onTap={save}>
        定下密码
      </Button>
      <View>{isSet && <View>密码定好了。以后带卡、按密码就能办。</View>}</View>
    </FormPart>
  );
}
