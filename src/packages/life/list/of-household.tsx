import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCommand } from '../../../client/use-command';
import { Ask } from '../../../components/ask';
import { ButtonRow } from '../../../components/button-row';
import { ErrorNote } from '../../../components/error-state';
import { signLifeEvent } from '../../../contracts/life';
import { type LifeEvent, whatFollows } from '../words';
import { EventLine } from './event-line';

type Props = { event: LifeEvent; onSigned: () => void };

function SignSheet({ event, onSigned, onClose }: Props & { onClose: () => void }) {
  const { busy, error, run } = useCommand(signLifeEvent);
  const { lifeEventId } = event;
  const sign = async () => (await run({ lifeEventId })).ok && onSigned();
  return (
    <Ask
      visible
      title="同意这样分积分"
      text={`${whatFollows(event)}大人都签了,另一个人确认以后才分。不同意就不用签,可以按人头分。`}
      confirmLabel="我同意,签字"
      busy={busy}
      onConfirm={sign}
      // What was refused may have changed meanwhile: the list is read again.
      onClose={error ? onSigned : onClose}
    >
      <ErrorNote error={error} />
    </Ask>
  );
}

/** What happened to one's own household; where it splits, its adults agree to the division. */
export function OfHousehold({ event, onSigned }: Props) {
  const [signing, setSigning] = useState(false);
  const close = () => setSigning(false);
  const reload = () => {
    close();
    onSigned();
  };
  return (
    <EventLine event={event}>
      <View>
        {event.split?.mine && (
          <ButtonRow
            choices={[{ words: '看过了,签字', usual: true, onTap: () => setSigning(true) }]}
          />
        )}
      </View>
      <View>{signing && <SignSheet {...{ event, onSigned: reload, onClose: close }} />}</View>
    </EventLine>
  );
}
