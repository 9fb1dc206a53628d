import { usePageParams } from '../../../client/use-page-params';
import { EmptyState } from '../../../components/empty-state';
import { Page } from '../../../components/page';
import { OrderPage } from '../order-page';

export default function OrderIndex() {
  const { orderId } = usePageParams();
  if (orderId) return <OrderPage key={orderId} orderId={orderId} />;
  return (
    <Page title="兑换单">
      <EmptyState icon="bag" text="没找到这一单。" hint="请回到“超市”再点一次。" />
    </Page>
  );
}
