import { useEffect } from 'react';
import { useCall } from '../../../client/use-call';
import { Chips } from '../../../components/chips';
import { EmptyState } from '../../../components/empty-state';
import { FormPart } from '../../../components/form-part';
import { Loaded } from '../../../components/loaded';
import { listShops } from '../../../contracts/exchange';
import type { Choices } from './wanted';

type Props = { choices: Choices; set: (changed: Partial<Choices>) => void };

const noShop = (
  <EmptyState icon="bag" text="本村还没有能换货的超市。" hint="镇里开了超市,这里就能印它的码。" />
);

/** Which shop; where there is but one, it is chosen already. */
export function ShopChoice({ choices, set, villageId }: Props & { villageId: string }) {
  const shops = useCall(listShops, { villageId });
  const only = shops.value?.shops.length === 1 ? shops.value.shops[0] : undefined;
  const { shop } = choices;
  useEffect(() => {
    if (only && !shop) set({ shop: only });
  }, [only, shop, set]);
  return (
    <FormPart label="哪家超市?">
      <Loaded call={shops} lines={1} isEmpty={(value) => value.shops.length === 0} empty={noShop}>
        {(value) => (
          <Chips
            choices={value.shops.map(({ shopId, name }) => ({ id: shopId, label: name }))}
            chosen={shop?.shopId ?? null}
            onChoose={(id) =>
              set({ shop: value.shops.find(({ shopId }) => shopId === id) ?? null })
            }
          />
        )}
      </Loaded>
    </FormPart>
  );
}

export function PaperChoice({ choices: { paper }, set }: Props) {
  return (
    <FormPart label="印在多大的纸上?">
      <Chips
        choices={[
          { id: 'A4', label: 'A4(普通打印纸)' },
          { id: 'A5', label: 'A5(半张)' },
        ]}
        chosen={paper}
        onChoose={(id) => set({ paper: id })}
      />
    </FormPart>
  );
}
