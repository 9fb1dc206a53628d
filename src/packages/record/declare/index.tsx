import { useState } from 'react';
import { withProxy } from '../../../client/by-proxy';
import { rememberPage, replacePage } from '../../../client/open-page';
import { actingAs, type Me, useSession } from '../../../client/session';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import type { EnvelopeError } from '../../../contracts/contract';
import { declareDeed } from '../../../contracts/records';
import { inputOf } from '../form/deed';
import { DeedBottom } from '../form/deed-bottom';
import { DeedStep } from '../form/deed-step';
import { sendDeed } from '../form/send-deed';
import { type DeedForm as Deed, useDeed } from '../form/use-deed';

/** Sends the declaration and goes to where it can be followed. */
function useDeclare({ item, draft, points }: Deed) {
  const proxy = useSession((session) => session.proxy);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EnvelopeError | null>(null);
  const declare = async () => {
    if (!item || busy) return;
    setBusy(true);
    setError(null);
    const isStillShown = rememberPage();
    const sent = await sendDeed({
      kind: 'declare',
      // Kept with it: sent later, it is still for whom it was written.
      input: withProxy(declareDeed, inputOf(item, draft)),
      photoPaths: draft.photos,
      label: `${proxy ? `替${proxy.householdNumber}号户 ` : ''}${item.name} +${points}`,
    });
    setBusy(false);
    if (sent.state === 'refused') setError(sent.error);
    if (!isStillShown()) return;
    if (sent.state === 'in') {
      const view = proxy ? '&view=proxy' : '';
      replacePage(`/packages/record/detail/index?recordId=${sent.recordId}${view}`);
    }
    if (sent.state === 'kept') replacePage('/packages/record/outbox/index');
  };
  return { declare, busy, error };
}

type Household = Pick<Me, 'householdId' | 'villageId'>;

function DeclarePageOf({ me }: { me: Household }) {
  const deed = useDeed(me.householdId);
  const { declare, busy, error } = useDeclare(deed);
  const { item, points, missing } = deed;
  const label = points === null ? '申报' : `申报 ${points} 分`;
  const primary = item ? { label, onTap: declare, busy, disabled: missing !== null } : undefined;
  return (
    <Page
      title="记一件好事"
      primary={primary}
      bottom={item && <DeedBottom missing={missing} error={error} />}
    >
      <DeedStep villageId={me.villageId} deed={deed} declarer="resident" />
    </Page>
  );
}

export default function DeclarePage() {
  const me = useSession(actingAs);
  if (me) return <DeclarePageOf key={me.householdId} me={me} />;
  const join = () => replacePage('/packages/join/index');
  return (
    <Page title="记一件好事" primary={{ label: '加入本村', onTap: join }}>
      <EmptyState icon="house" text="加入本村后才能申报。" hint="扫村口的码就能加入。" />
    </Page>
  );
}
