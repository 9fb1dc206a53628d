import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { ErrorNote } from '../../../components/error-state';
import { settleSealAlarm } from '../../../contracts/seals';
import { outcomeWords } from '../../../domain/seals/outcome-words';
import type { AlarmOutcome } from '../../../domain/seals/types';
import { type Alarm, meaningOf } from './alarm-words';

export type Signing = { alarm: Alarm; outcome: AlarmOutcome };

type Props = {
  signing: Signing;
  onClose: () => void;
  /** @param both whether the other side had signed the same */
  onSigned: (both: boolean) => void;
};

/** Says what the sentence means before it is signed. */
export function SignSheet({ signing, onClose, onSigned }: Props) {
  const { alarm, outcome } = signing;
  const { villageId, number, villageName } = alarm;
  const command = useCommand(settleSealAlarm);
  const sign = async () => {
    const answer = await command.run({ villageId, number, outcome });
    if (answer.ok) onSigned(answer.value.settled);
  };
  return (
    <Ask
      visible
      title={`${villageName}:${outcomeWords[outcome]}`}
      text={meaningOf[outcome]}
      confirmLabel="签字"
      busy={command.busy}
      onConfirm={sign}
      // What was refused may have changed meanwhile: it is read again.
      onClose={command.error ? () => onSigned(false) : onClose}
    >
      <ErrorNote error={command.error} />
    </Ask>
  );
}
