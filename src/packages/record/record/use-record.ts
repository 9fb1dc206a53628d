import { useState } from 'react';
import type { EnvelopeError } from '../../../contracts/contract';
import { inputOf } from '../form/deed';
import { type SentDeed, sendDeed } from '../form/send-deed';
import type { DeedForm } from '../form/use-deed';
import type { DeedDraftOffer } from '../form/use-deed-draft';
import type { Mending } from '../form/use-mending';
import { type ChosenHousehold, nameOf } from './chosen-household';

const page = '/packages/record/record/index';

/** The last one that left the form, to say what became of it. */
export type Recorded = { label: string; sent: Exclude<SentDeed, { state: 'refused' }> };

type Sending = {
  villageId: string;
  household: ChosenHousehold | null;
  deed: DeedForm;
  left: DeedDraftOffer<ChosenHousehold | null>;
  mending: Mending | null;
};

/** Records a deed of a chosen household; the item stays for the next household. */
export function useRecord(
  { villageId, household, deed, left, mending }: Sending,
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
    const told = {
      kind: 'record' as const,
      household: householdId ? { householdId } : { villageId, found, householdNumber },
      input: inputOf(item, draft),
      photoPaths: draft.photos,
      label,
      form: { page: `${page}?villageId=${villageId}`, filled: left.filled },
    };
    const sent = await sendDeed(told, mending);
    setBusy(false);
    if (sent.state === 'refused') {
      setError(sent.error);
      mending?.follow(sent.refusedId);
      return;
    }
    setRecorded({ label, sent });
    left.done();
    mending?.over();
    deed.clearForNext();
    onRecorded();
  };
  return { record, busy, error, recorded };
}
