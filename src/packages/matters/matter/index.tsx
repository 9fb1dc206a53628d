import { View } from '@tarojs/components';
import Taro, { useShareAppMessage } from '@tarojs/taro';
import { replacePage } from '../../../client/open-page';
import { useSession } from '../../../client/session';
import { isUndecided } from '../../../client/trouble';
import { useCall } from '../../../client/use-call';
import { usePageParams } from '../../../client/use-page-params';
import { EmptyState } from '../../../components/empty-state';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { readMatter } from '../../../contracts/lists';
import { WordsLine } from '../words-line';
import { Chart } from './chart';
import { Heading } from './heading';
import { Bases, Conditions, Guidance, Supervision } from './parts';

type Asked = { villageId: string; key: string; version?: number };

const pagePath = '/packages/matters/matter/index';
const addressOf = ({ villageId, key }: Asked) => `${pagePath}?villageId=${villageId}&key=${key}`;

/** What the address asks for; a code on a wall names the version it was printed with. */
function useAsked(): Asked | null {
  const { villageId: asked, key, version } = usePageParams();
  const village = useSession((session) => session.village);
  const villageId = asked ?? village?.villageId;
  if (!villageId || !key) return null;
  return { villageId, key, ...(version && { version: Number(version) }) };
}

const toLists = {
  label: '去清单里找',
  onTap: () => Taro.switchTab({ url: '/pages/lists/index' }),
};

function NothingAsked() {
  return (
    <Page title="事项" primary={toLists}>
      <EmptyState
        icon="list"
        text="不知道要看哪一项。"
        hint="请到“清单”里选嘎查村,再点要办的事;或者再扫一次墙上的码。"
      />
    </Page>
  );
}

function MatterOf({ asked }: { asked: Asked }) {
  const read = useCall(readMatter, asked);
  const name = read.value?.matter.name;
  useShareAppMessage(() => ({
    title: name ? `${name}:要带什么、几天办完` : '办事要带什么、几天办完',
    path: addressOf(asked),
  }));
  const old = read.value?.current === false;
  const toCurrent = { label: '看现在的版本', onTap: () => replacePage(addressOf(asked)) };
  const lost = read.value === null && read.error !== null && !isUndecided(read.error);
  return (
    <Page title={name ?? '事项'} primary={old ? toCurrent : lost ? toLists : undefined}>
      <Loaded call={read} lines={4}>
        {(value) => (
          <View>
            <Heading value={value} />
            <Conditions matter={value.matter} />
            <Chart chart={value.flowChart} steps={value.matter.steps} name={value.matter.name} />
            <Bases matter={value.matter} unchecked={value.basisUnchecked} />
            <Supervision matter={value.matter} />
            <Guidance matter={value.matter} />
            <WordsLine villageId={asked.villageId} kind="matter" id={asked.key} />
          </View>
        )}
      </Loaded>
    </Page>
  );
}

export default function MatterPage() {
  const asked = useAsked();
  return asked ? <MatterOf asked={asked} /> : <NothingAsked />;
}
