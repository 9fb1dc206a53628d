import { useState } from 'react';
import { withProxy } from '../../../client/by-proxy';
import { rememberPage, replacePage } from '../../../client/open-page';
import { actingAs, type Me, useSession } from '../../../client/session';
import { usePageParams } from '../../../client/use-page-params';
import { DraftCard } from '../../../components/draft-card';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import type { EnvelopeError } from '../../../contracts/contract';
import { declareDeed } from '../../../contracts/records';
import { inputOf } from '../form/deed';
import { DeedBottom } from '../form/deed-bottom';
import { DeedStep } from '../form/deed-step';
import { sendDeed } from '../form/send-deed';
import { startAgain, useAgain } from '../form/use-again';
import { type DeedForm as Deed, useDeed } from '../form/use-deed';
import { type DeedDraftOffer, useDeedDraft } from '../form/use-deed-draft';
import { type Mending, useMending, useWhyNotMend } from '../form/use-mending';
import { WhyAgain } from '../form/why-again';

const page = '/packages/record/declare/index';

/** For whom it was told, it stays; what is new is for whom one acts just now. */
function forWhom(input: ReturnType<typeof inputOf>, mending: Mending | null) {
  if (!mending) return withProxy(declareDeed, input);
  const told = mending.item.input;
  return 'proxyId' in told ? { ...input, proxyId: told.proxyId } : input;
}

/** Sends the declaration and goes to where it can be followed. */
function useDeclare(deed: Deed, left: DeedDraftOffer<null>, mending: Mending | null) {
  const { item, draft, points } = deed;
  const proxy = useSession((session) => session.proxy);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EnvelopeError | null>(null);
  const declare = async () => {
    if (!item || busy) return;
    setBusy(true);
    setError(null);
    const isStillShown = rememberPage();
    const told = {
      kind: 'declare' as const,
      // Kept with it: sent later, it is still for whom it was written.
      input: forWhom(inputOf(item, draft), mending),
      photoPaths: draft.photos,
      label: `${proxy ? `替${proxy.householdNumber}号户 ` : ''}${item.name} +${points}`,
      form: { page, filled: left.filled },
    };
    const sent = await sendDeed(told, mending);
    setBusy(false);
    if (sent.state === 'refused') {
      setError(sent.error);
      mending?.follow(sent.refusedId);
    } else left.done();
    if (!isStillShown()) return;
    if (sent.state === 'in') {
      const view = proxy ? '&view=proxy&sent=yes' : '&sent=yes';
      replacePage(`/packages/record/detail/index?recordId=${sent.recordId}${view}`);
    }
    if (sent.state === 'kept') replacePage('/packages/record/outbox/index');
  };
  return { declare, busy, error };
}

type Household = Pick<Me, 'householdId' | 'villageId'>;

function DeclarePageOf({ me }: { me: Household }) {
  const { commandId, recordId } = usePageParams();
  const deed = useDeed(me.householdId);
  const mending = useMending(commandId);
  const again = useAgain(recordId, me.villageId);
  const otherwise = useWhyNotMend(mending);
  const { item, points } = deed;
  const begun = item !== null;
  const left = useDeedDraft({
    ...{ as: 'acting', deed, beside: null, begun },
    key: mending ? `mend ${mending.openedId}` : recordId ? `again ${recordId}` : 'declare',
    start: mending?.start ?? startAgain(again, null),
  });
  const { declare, busy, error } = useDeclare(deed, left, mending);
  const missing = otherwise ?? deed.missing;
  const label = points === null ? '申报' : `申报 ${points} 分`;
  const primary = item ? { label, onTap: declare, busy, disabled: missing !== null } : undefined;
  return (
    <Page
      title="记一件好事"
      primary={primary}
      bottom={item && <DeedBottom missing={missing} error={error} />}
    >
      <WhyAgain mending={mending} again={again} />
      <DraftCard draft={left} about={(was) => was.item?.name ?? null} />
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
