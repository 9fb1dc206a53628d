import { useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { Chips } from '../../../components/chips';
import { ErrorNote } from '../../../components/error-state';
import { FormPart } from '../../../components/form-part';
import { unlinkMember } from '../../../contracts/people';
import { type Filled, inWords } from './whom';

type Props = { whom: Filled; onDone: (said: string) => void; onClose: () => void };

const numbers = [
  { id: 'kept', label: '还是本人的' },
  { id: 'forgotten', label: '不是了,或没有' },
] as const;

/** Says what ends and how one comes back, asks once. */
export function UnlinkAsk({ whom, onDone, onClose }: Props) {
  const [number, choose] = useState<(typeof numbers)[number]['id']>('kept');
  const { run, busy, error } = useCommand(unlinkMember);
  const unlink = async () => {
    const answer = await run({ ...whom, forgetPhone: number === 'forgotten' });
    if (!answer.ok) return;
    const next = answer.value.phoneForgotten
      ? '本人再加入,要村里两个人同意。'
      : '本人用登记的手机号,马上能再加入。';
    onDone(`${inWords(whom)}的手机解除了。${next}`);
  };
  return (
    <Ask
      visible
      title="解除这个人的手机?"
      text={`解除后,那部手机马上看不到、也办不了${inWords(whom)}的事。积分、记录都不变。`}
      confirmLabel="解除手机"
      danger
      busy={busy}
      onConfirm={unlink}
      onClose={onClose}
    >
      <FormPart label="户册上的手机号">
        <Chips choices={numbers} chosen={number} onChoose={choose} />
      </FormPart>
      <ErrorNote error={error} />
    </Ask>
  );
}
