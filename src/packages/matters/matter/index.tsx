import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { readMatter } from '../../../contracts/lists';
import { Chart } from './chart';
import { Heading } from './heading';
import { Bases, Conditions, Guidance, Supervision } from './parts';

type Asked = { villageId: string; key: string; version?: number };

/** What the address asks for; a code on a wall names the version it was printed with. */
function useAsked(): Asked | null {
  const { params } = useRouter();
  const village = useSession((session) => session.village);
  const { key, version } = params;
  const villageId = params.villageId ?? village?.villageId;
  if (!villageId || !key) return null;
  return { villageId, key, ...(version && { version: Number(version) }) };
}

function openCurrent({ villageId, key }: Asked): void {
  Taro.redirectTo({ url: `/packages/matters/matter/index?villageId=${villageId}&key=${key}` });
}

export default function MatterPage() {
  const asked = useAsked();
  const read = useCall(readMatter, asked);
  const old = read.value?.current === false && asked !== null;
  return (
    <Page
      title={read.value?.matter.name ?? '事项'}
      primary={old ? { label: '看现在的版本', onTap: () => openCurrent(asked) } : undefined}
    >
      <Loaded call={read} lines={4}>
        {(value) => (
          <View>
            <Heading value={value} />
            <Conditions matter={value.matter} />
            <Chart chart={value.flowChart} name={value.matter.name} />
            <Bases matter={value.matter} unchecked={value.basisUnchecked} />
            <Supervision matter={value.matter} />
            <Guidance matter={value.matter} />
          </View>
        )}
      </Loaded>
    </Page>
  );
}
