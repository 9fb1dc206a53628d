import { useState } from 'react';
import type { EnvelopeError } from '../../../contracts/contract';
import { inputOf } from '../form/deed';
import { type SentDeed, sendDeed } from '../form/send-deed';
import type { DeedForm } from '../form/use-deed';
import { type ChosenHousehold, nameOf } from './chosen-household';

/** The last one that left the form, to say what became of it. */
export type Recorded = { label: string; sent: Exclude<SentDeed, { state: 'refused' }> };

/** Records a deed of a chosen household; the item stays for the next household. */
export function useRecord(
  villageId: string,
  household: ChosenHousehold | null,
  deed: DeedForm,
  onRecorded: () => void,
) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EnvelopeError | null>(null);
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const record = async () => {
    const { item, draft, points } = deed;
    if (!item || !household || busy) return;
    setBusy(true);
    setError(null);
    const label = `${nameOf(household)} ${item.name} +${points}`;
    const { householdId, found, householdNumber } = household;
    const sent = await sendDeed({
      kind: 'record',
      household: householdId ? { householdId } : { villageId, found, householdNumber },
      input: inputOf(item, draft),
      photoPaths: draft.photos,
      label,
    });
    setBusy(false);
    if (sent.state === 'refused') {
      setError(sent.error);
      return;
    }
    setRecorded({ label, sent });
    deed.clearForNext();
    onRecorded();
  };
  return { record, busy, error, recorded };
}
