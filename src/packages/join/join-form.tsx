import { type ReactNode, useState } from 'react';
import type * as z from 'zod/mini';
import { useSession } from '../../client/session';
import { useCommand } from '../../client/use-command';
import { useLeaveGuard } from '../../client/use-leave-guard';
import { Card } from '../../components/card';
import { CheckLine } from '../../components/check-line';
import { ErrorNote } from '../../components/error-state';
import { Field } from '../../components/field';
import { Page } from '../../components/page';
import { isPersonName, tidyName } from '../../contracts/name-text';
import { join, type village } from '../../contracts/people';
import { PhoneCheck } from './phone-check';

type Village = z.infer<typeof village>;
type PhoneToken = { phoneToken: string; phoneMasked: string } | null;

/** What still has to be filled in, as a sentence; null when everything is there. */
export function missingPart(number: string, name: string, agreed: boolean): string | null {
  const householdNumber = Number(number);
  if (!Number.isInteger(householdNumber) || householdNumber < 1 || householdNumber > 9999) {
    return '请填户号,户口本或门牌上有,是 1 到 9999 的数字。';
  }
  if (tidyName(name) === '') return '请填您的姓名,和户册上的一样。';
  if (!isPersonName(tidyName(name))) return '姓名只写汉字或字母,名字中间的点写成“·”。';
  if (!agreed) return '请先看一看并勾选“同意村里核对”。';
  return null;
}

function useJoin(chosen: Village) {
  const command = useCommand(join);
  const send = async (number: string, name: string, shown: boolean, phone: PhoneToken) => {
    const answer = await command.run({
      villageId: chosen.villageId,
      householdNumber: Number(number),
      name,
      namesShown: shown,
      ...(phone && { phoneToken: phone.phoneToken }),
    });
    if (answer.ok) await useSession.getState().refresh();
    return answer;
  };
  return { ...command, send };
}

/** Household number, name, phone and consent: what it takes to belong to a household. */
export function JoinForm({ village: chosen, children }: { village: Village; children: ReactNode }) {
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [shown, setShown] = useState(false);
  const [phone, setPhone] = useState<PhoneToken>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const { send, busy, error } = useJoin(chosen);
  const filled = number !== '' || name !== '' || phone !== null;
  useLeaveGuard(filled, '还没加入。现在回去,填的就没有了。');
  const submit = async () => {
    const part = missingPart(number, name, agreed);
    setMissing(part);
    if (part) return;
    const answer = await send(number, name, shown, phone);
    // A stale proof of the phone cannot be used again.
    if (!answer.ok && answer.error.code === 'phone-token-stale') setPhone(null);
  };
  const told = missing ? { code: 'missing', message: missing } : error;
  return (
    <Page
      title="加入本村"
      primary={{ label: '加入', onTap: submit, busy }}
      bottom={<ErrorNote error={told} />}
    >
      {children}
      <Field
        label="户号"
        type="number"
        value={number}
        onInput={setNumber}
        maximumLength={4}
        placeholder="比如 17"
      />
      <Field label="您的姓名" value={name} onInput={setName} maximumLength={30} />
      <PhoneCheck checked={phone} onChecked={setPhone} />
      <Card flush>
        <CheckLine label="同意村里核对" checked={agreed} onChange={setAgreed}>
          户号、姓名只用来对户册,村干部核对时能看到。
        </CheckLine>
        <CheckLine label="公示时显示我家的姓" checked={shown} onChange={setShown}>
          可选。本村登录的人能看到“张*”;不选就只显示户号,户主没满18岁的也是。以后随时能改。
        </CheckLine>
      </Card>
    </Page>
  );
}
