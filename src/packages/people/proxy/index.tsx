import { useState } from 'react';
import { placesOf, useSession } from '../../../client/session';
import { usePageParams } from '../../../client/use-page-params';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import { Asked } from './asked';
import { Begin } from './begin';
import { Running } from './running';

/** For whoever helps somebody without a phone: the card, the PIN or a second person, the visit. */
export default function ProxyPage() {
  const { roles, proxy } = useSession();
  const { cardText } = usePageParams();
  const [askedId, ask] = useState<string | null>(null);
  const mayHelp = placesOf(roles, 'cadre').length > 0 || placesOf(roles, 'keeper').length > 0;
  if (proxy && proxy.untilMs > Date.now()) return <Running proxy={proxy} />;
  if (!mayHelp) {
    return (
      <Page title="代办">
        <EmptyState
          icon="house"
          text="代办由村干部和超市的人来做。"
          hint="没有手机的户,带上户码卡,到村委会或超市就能办。"
        />
      </Page>
    );
  }
  if (askedId) return <Asked proxyId={askedId} onGone={() => ask(null)} />;
  return <Begin cardText={cardText ?? null} onAsked={ask} />;
}
