import { useCall } from '../../../client/use-call';
import { Chips } from '../../../components/chips';
import { EmptyState } from '../../../components/empty-state';
import { FormPart } from '../../../components/form-part';
import { Loaded } from '../../../components/loaded';
import { listShops } from '../../../contracts/exchange';

type Props = { villageId: string; chosen: string | null; onChoose: (shopId: string) => void };

/** Which of the village's shops a keeper keeps. */
export function ShopChips({ villageId, chosen, onChoose }: Props) {
  const call = useCall(listShops, { villageId });
  return (
    <FormPart label="哪个超市">
      <Loaded
        call={call}
        lines={1}
        isEmpty={({ shops }) => shops.length === 0}
        empty={<EmptyState icon="bag" text="本村还没有超市。请镇里先开通。" />}
      >
        {({ shops }) => (
          <Chips
            choices={shops.map(({ shopId, name }) => ({ id: shopId, label: name }))}
            chosen={chosen}
            onChoose={onChoose}
          />
        )}
      </Loaded>
    </FormPart>
  );
}
