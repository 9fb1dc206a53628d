import { useState } from 'react';
import { usePageParams } from '../../../client/use-page-params';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import { PickupPage } from '../pickup-page';

/** Opened by a scan at the counter, or from the list; scanning here may open another order. */
export default function PickupIndex() {
  const { orderId, scanned } = usePageParams();
  const [scannedHere, setScannedHere] = useState<string | null>(null);
  const shown = scannedHere ?? orderId;
  if (shown) {
    return (
      <PickupPage
        key={shown}
        orderId={shown}
        scanned={scannedHere !== null || scanned === 'yes'}
        onScanned={setScannedHere}
      />
    );
  }
  return (
    <Page title="交货">
      <EmptyState icon="scan" text="没找到这一单。" hint="请回到柜台再扫一次。" />
    </Page>
  );
}
