import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../client/session';
import { useCommand } from '../../../client/use-command';
import { useScanned } from '../../../client/use-scanned';
import { Button } from '../../../components/button';
import { CodeTextSheet } from '../../../components/code-text-sheet';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { Page } from '../../../components/page';
import { roleWords } from '../../../components/role-words';
import type { ValueOf } from '../../../contracts/contract';
import { acceptInvitation } from '../../../contracts/offices';
import { readPhoneNumber } from '../../../contracts/wechat';
import { dayInWords, yearOf } from '../../../domain/kernel/time';
import { inTwo, readInvitationText } from '../../../domain/people/offices/invitation-text';
import { PhoneButton } from '../phone-button';

type Taken = ValueOf<typeof acceptInvitation>;

const noCode = '邀请码是 10 个字母和数字。请照镇里给您看的再输一遍。';
const otherwise = '邀请码只能用登记的手机号来用,没有别的办法。';

function useAccepting() {
  const [text, setText] = useState('');
  const [problem, say] = useState<string | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const number = useCommand(readPhoneNumber);
  const command = useCommand(acceptInvitation);
  const refresh = useSession((session) => session.refresh);
  const type = (typed: string) => {
    setText(typed);
    say(null);
  };
  const accept = async (code: string) => {
    const invitationCode = readInvitationText(text);
    if (invitationCode === null) return say(noCode);
    const proven = await number.run({ code });
    if (!proven.ok) return;
    const { phoneToken } = proven.value;
    const answer = await command.run({ invitationCode, phoneToken });
    if (!answer.ok) return;
    setTaken(answer.value);
    await refresh();
  };
  const busy = number.busy || command.busy;
  return { text, type, problem, say, taken, accept, busy, error: number.error ?? command.error };
}

function Done({ taken: { role, untilDay } }: { taken: Taken }) {
  const until = `${yearOf(untilDay)}年${dayInWords(untilDay)}`;
  return (
    <EmptyState
      icon="check"
      text={`您现在是${roleWords[role]},到${until}为止。`}
      hint="能看什么、要办什么,都在“我的”里。不干了,在“谁在任职”里登记辞职。"
    />
  );
}

/** Whoever is invited takes the office up: the code, and one tap for the number it is for. */
export default function InvitedPage() {
  const { text, type, problem, say, taken, accept, busy, error } = useAccepting();
  const { scan, scanning } = useScanned((scanned) => {
    const code = readInvitationText(scanned);
    type(code === null ? '' : inTwo(code));
    if (code === null) say('这不是邀请码。请扫镇里给您看的码。');
  });
  if (taken) {
    return (
      <Page title="我有邀请码">
        <Done taken={taken} />
      </Page>
    );
  }
  return (
    <Page title="我有邀请码">
      <FormPart label="镇里给您看的码" hint="一个码只能用一次,只给登记的那个手机号用。">
        <Button tone="outline" busy={scanning} onTap={scan}>
          扫码
        </Button>
      </FormPart>
      <Field
        label="或者输邀请码"
        value={text}
        onInput={type}
        maximumLength={14}
        placeholder="10 个字母和数字"
        problem={problem}
      />
      <FormPart label="核对是不是您" hint="号码只和邀请登记的号对一对,用过就删。">
        <PhoneButton
          label="用微信手机号核对"
          otherwise={otherwise}
          onCode={accept}
          onProblem={say}
          busy={busy}
        />
      </FormPart>
      <ErrorNote error={error} />
      <View>{process.env.TARO_ENV === 'weapp' ? <CodeTextSheet /> : null}</View>
    </Page>
  );
}
