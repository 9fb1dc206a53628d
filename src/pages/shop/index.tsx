import { useSession } from '../../client/session';
import { Page } from '../../components/page';
import { VillageChoice } from '../../components/village-choice';
import { ShopIn } from './shop-in';
import { ShopList } from './shop-list';
import { useShopChoice } from './use-shop-choice';

export default function ShopPage() {
  const { village, chooseVillage } = useSession();
  const choice = useShopChoice(village?.villageId ?? null);
  if (choice.shopId !== null) {
    return <ShopIn key={choice.shopId} shopId={choice.shopId} onSwitch={choice.chooseAgain} />;
  }
  return (
    <Page tab="pages/shop/index" title="超市">
      {village ? <ShopList choice={choice} /> : <VillageChoice onChoose={chooseVillage} />}
    </Page>
  );
}
