import { useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { objectToLink } from '../../../contracts/links';
import type { HouseholdPerson } from './person-line';

type Props = { person: HouseholdPerson; onClose: () => void; onDone: () => void };

/** Says what happens, asks for a reason, does it once. */
export function ObjectSheet({ person, onClose, onDone }: Props) {
  const [reason, type] = useState('');
  const [missing, setMissing] = useState(false);
  const command = useCommand(objectToLink);
  const confirm = async () => {
    const words = reason.trim();
    if (words === '') return setMissing(true);
    const { linkId = '' } = person.link ?? {};
    return (await command.run({ linkId, reason: words })).ok && onDone();
  };
  return (
    <Ask
      visible
      title={`${person.name}不是我家的人`}
      text="说了以后,您家先换不了东西,分一分不少。当初没经手的两个人来查清,其中一个不是村委会的。对一个人只能说一次。"
      confirmLabel="请人查清"
      danger
      busy={command.busy}
      onConfirm={confirm}
      // What was refused may have changed meanwhile: the list is read again.
      onClose={command.error ? onDone : onClose}
    >
      <Field
        label="怎么回事"
        value={reason}
        onInput={(text) => {
          type(text);
          setMissing(false);
        }}
        maximumLength={60}
        placeholder="比如 家里没有这个人"
        problem={missing ? '请写一句,查的人能看到。' : null}
      />
      <ErrorNote error={command.error} />
    </Ask>
  );
}
