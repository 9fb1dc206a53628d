import { View } from '@tarojs/components';
import { Loaded } from '../../../components/loaded';
import { DeedForm } from './deed-form';
import { itemsByField } from './find-items';
import { ItemCard } from './item-card';
import { ItemPicker } from './item-picker';
import './deed-step.scss';
import { useScheme } from './scheme';
import type { DeedForm as Deed } from './use-deed';

type Props = {
  villageId: string;
  deed: Deed;
  declarer: 'resident' | 'cadre';
  /** Of many households: what each may still get is theirs, and it waits for the network. */
  many?: boolean;
  /** What stands on the paper that is recorded from; unsaid, all items. */
  only?: readonly string[] | undefined;
};

const keptOffline = '现在没有网。照常填,先存在本机。有网时请再打开一次小程序,传上去才算记分。';
const needsNetwork = '现在没有网,交不上。照常填,先留在本机,到有网的地方再交。';

/** What was done: choose the item, then tell about it. */
export function DeedStep({ villageId, deed, declarer, many = false, only }: Props) {
  const scheme = useScheme(villageId);
  return (
    <>
      {scheme.fromPhone && (
        <View className="offline-note">{many ? needsNetwork : keptOffline}</View>
      )}
      {deed.item ? (
        <>
          <ItemCard item={deed.item} onChangeItem={() => deed.pickItem(null)} />
          <DeedForm {...deed} item={deed.item} onChange={deed.change} many={many} />
        </>
      ) : (
        <Loaded call={scheme} lines={4}>
          {(value) => {
            const items = value.items.filter(({ id }) => only?.includes(id) ?? true);
            const fields = itemsByField({ ...value, items }, declarer);
            return <ItemPicker villageId={villageId} fields={fields} onPick={deed.pickItem} />;
          }}
        </Loaded>
      )}
    </>
  );
}
