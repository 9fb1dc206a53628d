import { View } from '@tarojs/components';
import { useState } from 'react';
import { draftOwner } from '../../../client/drafts';
import { useSession } from '../../../client/session';
import { useOnce } from '../../../client/use-command';
import { useDraft } from '../../../client/use-draft';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { DraftCard } from '../../../components/draft-card';
import { ErrorNote } from '../../../components/error-state';
import { FormPart } from '../../../components/form-part';
import { NoteField } from '../../../components/note-field';
import type { Move } from '../../../components/workflow/move';
import type { RecordState } from '../../../contracts/records';
import './equal-decision.scss';

/** Ways to decide of which none is the usual one, and what is asked before. */
export type Decision = { question: string; hint: string; ways: readonly Move<RecordState>[] };

type Props = {
  decision: Decision;
  recordId: string /** Told by the key of the way. */;
  onDone: (key: string) => void;
};

/** What was found out comes first, then two buttons alike: nothing is chosen beforehand. */
export function EqualDecision({ decision, recordId, onDone }: Props) {
  const { question, hint, ways } = decision;
  const [reason, setReason] = useState('');
  const { run, busy, error } = useOnce<{ state: RecordState }>();
  const owner = useSession((session) => draftOwner(session, 'acting'));
  const typed = reason.trim();
  const often = ways.flatMap(({ reasons }) => reasons);
  const draft = useDraft({
    key: `${question} ${recordId}`,
    owner,
    // What is tapped is tapped again.
    value: typed === '' || often.includes(typed) ? null : reason,
    restore: setReason,
  });
  const decide = async ({ key, send }: Move<RecordState>) => {
    if (busy) return;
    const answer = await run(`${key} ${recordId} ${typed}`, (commandId) =>
      send(recordId, typed, commandId),
    );
    if (!answer.ok) return;
    draft.done();
    onDone(key);
  };
  const choices = often.map((text) => ({ id: text, label: text }));
  return (
    <Card>
      <FormPart label={question} hint={hint}>
        <DraftCard draft={draft} />
        {choices.length > 0 && <Chips choices={choices} chosen={typed} onChoose={setReason} />}
        <NoteField
          label={question}
          value={reason}
          onInput={setReason}
          placeholder="先写一句,再选下面的一个"
        />
      </FormPart>
      <ErrorNote error={error} />
      <View className="equal-decision">
        {ways.map((way) => (
          <Button
            key={way.key}
            className="equal-decision-way"
            busy={busy}
            disabled={typed === ''}
            onTap={() => decide(way)}
          >
            {way.label}
          </Button>
        ))}
      </View>
    </Card>
  );
}
