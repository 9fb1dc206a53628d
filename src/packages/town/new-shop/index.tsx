import { View } from '@tarojs/components';
import { useState } from 'react';
import { replacePage } from '../../../client/open-page';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { useOwnDraft } from '../../../client/use-own-draft';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { CheckLine } from '../../../components/check-line';
import { Chips } from '../../../components/chips';
import { DraftCard } from '../../../components/draft-card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { Growing } from '../../../components/growing';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { SectionHead } from '../../../components/section-head';
import type { InputOf, ValueOf } from '../../../contracts/contract';
import { listVillages } from '../../../contracts/people';
import { openShop } from '../../../contracts/town';
import { OfTown } from '../of-town';
import { useForm } from '../use-form';
import './index.scss';
import { ways } from '../ways';

const title = '开超市';
/** About half a screen. */
const villagesAtOnce = 6;
const longestName = 30;
const longestWords = 60;

type Village = ValueOf<typeof listVillages>['villages'][number];
type Kind = InputOf<typeof openShop>['kind'];

const kinds: readonly { id: Kind; label: string }[] = [
  { id: 'own', label: '村里自己办' },
  { id: 'merchant', label: '和商户合办' },
  { id: 'shared', label: '几个村合办' },
];

const asked = {
  name: '超市的名字要填。',
  address: '在哪儿要填,大家好找。',
  hours: '什么时候开门要填。',
};

type Opened = { name: string; villageId: string };
type Props = {
  villages: readonly Village[];
  first: string | undefined;
  onOpened: (opened: Opened) => void;
};

function useVillages({ villages, first }: Omit<Props, 'onOpened'>) {
  const only = villages.length === 1 ? villages[0]?.villageId : first;
  const [ids, setIds] = useState<readonly string[]>(only === undefined ? [] : [only]);
  const toggle = (id: string, on: boolean) =>
    setIds((before) => (on ? [...before, id] : before.filter((each) => each !== id)));
  // In the order of the list, and none that is not there.
  return {
    ids: villages.map(({ villageId }) => villageId).filter((id) => ids.includes(id)),
    toggle,
    choose: setIds,
  };
}

/** What is filled in, kept for a day. */
function useNewShop(of: Omit<Props, 'onOpened'>) {
  const served = useVillages(of);
  const [kind, setKind] = useState<Kind>('own');
  const form = useForm({ name: '', address: '', hours: '' });
  const draft = useOwnDraft({
    key: 'new-shop',
    value: form.isFilled ? { texts: form.value, kind, villageIds: served.ids } : null,
    restore(left) {
      form.fill(left.texts);
      setKind(left.kind);
      served.choose(left.villageIds);
    },
  });
  return { served, kind, setKind, form, draft };
}

function Form({ villages, first, onOpened }: Props) {
  const { served, kind, setKind, form, draft } = useNewShop({ villages, first });
  const { value, field, check } = form;
  const [noVillage, setNoVillage] = useState(false);
  const { run, busy, error, clearError } = useCommand(openShop);
  const submit = async () => {
    const [villageId] = served.ids;
    setNoVillage(villageId === undefined);
    if (!check(asked) || villageId === undefined) return;
    const answer = await run({ ...value, kind, villageIds: [...served.ids] });
    if (!answer.ok) return;
    draft.done();
    onOpened({ name: value.name.trim(), villageId });
  };
  return (
    <Page
      title={title}
      primary={{ label: '开这家超市', onTap: submit, busy }}
      bottom={<ErrorNote error={error} />}
    >
      <DraftCard draft={draft} />
      <SectionHead title="给哪些嘎查村用?在这些村攒的分都能来换" />
      <Card flush>
        <Growing
          groups={[{ key: 'villages', rows: villages }]}
          keyOf={({ villageId }) => villageId}
          atOnce={villagesAtOnce}
        >
          {({ villageId, name }) => (
            <CheckLine
              label={name}
              checked={served.ids.includes(villageId)}
              onChange={(on) => {
                served.toggle(villageId, on);
                setNoVillage(false);
                clearError();
              }}
            />
          )}
        </Growing>
      </Card>
      <View>{noVillage && <View className="new-shop-problem">至少选一个嘎查村。</View>}</View>
      <FormPart label="谁来办?">
        <Chips choices={kinds} chosen={kind} onChoose={setKind} />
      </FormPart>
      <Field
        {...field('name', clearError)}
        label="超市的名字"
        maximumLength={longestName}
        placeholder="比如 图克嘎查积分超市"
      />
      <Field
        {...field('address', clearError)}
        label="在哪儿"
        maximumLength={longestWords}
        placeholder="比如 党群服务中心一楼"
      />
      <Field
        {...field('hours', clearError)}
        label="什么时候开门"
        maximumLength={longestWords}
        placeholder="比如 周二 9:00–16:00"
      />
    </Page>
  );
}

function Done({ name, villageId }: Opened) {
  const toGoods = () => replacePage(ways.goods(villageId));
  return (
    <Page title={title} primary={{ label: '定有哪些货', onTap: toGoods }}>
      <EmptyState
        icon="check"
        text={`${name}开好了`}
        hint="还要有一位超市管理员:进货、交货由他记。先定有哪些货、各要多少分。"
      />
    </Page>
  );
}

const noVillageYet = <EmptyState icon="house" text="还没有嘎查村" hint="先开嘎查村,再开超市。" />;

function NewShop() {
  const { villageId } = usePageParams();
  const villages = useCall(listVillages, {});
  const [opened, setOpened] = useState<Opened | null>(null);
  if (opened) return <Done {...opened} />;
  const there = villages.value?.villages ?? [];
  if (there.length > 0) return <Form villages={there} first={villageId} onOpened={setOpened} />;
  return (
    <Page title={title}>
      <Loaded call={villages} lines={3} isEmpty={() => true} empty={noVillageYet}>
        {() => null}
      </Loaded>
    </Page>
  );
}

/** A shop for one village or several. */
export default function NewShopPage() {
  return (
    <OfTown title={title}>
      <NewShop />
    </OfTown>
  );
}
