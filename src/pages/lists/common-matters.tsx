import { View } from '@tarojs/components';
import { Tap } from '../../components/tap';
import type { ValueOf } from '../../contracts/contract';
import type { listMatters } from '../../contracts/lists';
import './common-matters.scss';
import { openMatter } from '../../client/open-matter';

type Matters = ValueOf<typeof listMatters>['matters'];

/** What people come for most (domain: 误工补贴, 低保 first). */
const commonKeys = [
  'lost-time-allowance',
  'subsistence-allowance',
  'temporary-relief',
  'homestead',
  'residence-permit',
  'mediation',
];

/** The few matters most people look for, without searching. */
export function CommonMatters({ matters, villageId }: { matters: Matters; villageId: string }) {
  const byKey = new Map(matters.map((matter) => [matter.key, matter]));
  const common = commonKeys.flatMap((key) => byKey.get(key) ?? []);
  if (common.length === 0) return null;
  return (
    <View className="common-matters">
      <View className="common-matters-head">常办</View>
      {common.map(({ key, name }) => (
        <Tap key={key} className="common-matters-one" onTap={() => openMatter(villageId, key)}>
          {name}
        </Tap>
      ))}
    </View>
  );
}
