import { Page } from '../../../components/page';
import { ChooseShop } from '../choose-shop';
import { HomeIn } from '../home-in';
import { useKeeperShop } from '../use-keeper-shop';

export default function KeeperHomePage() {
  const { shops, shopId, mayServe, choose } = useKeeperShop();
  if (shopId !== null) return <HomeIn key={shopId} shopId={shopId} mayServe={mayServe} />;
  return (
    <Page title="核销">
      <ChooseShop shops={shops} choose={choose} />
    </Page>
  );
}
