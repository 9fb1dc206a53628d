import { Page } from '../../../components/page';
import { ChooseShop } from '../choose-shop';
import { StockIn } from '../stock-in';
import { useKeeperShop } from '../use-keeper-shop';

export default function StockPage() {
  const { shops, shopId, mayServe, choose } = useKeeperShop();
  if (shopId !== null) return <StockIn key={shopId} shopId={shopId} mayServe={mayServe} />;
  return (
    <Page title="进货与盘点">
      <ChooseShop shops={shops} choose={choose} />
    </Page>
  );
}
