import { View } from '@tarojs/components';
import { replacePage } from '../../../client/open-page';
import { useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { CheckLine } from '../../../components/check-line';
import { Chips } from '../../../components/chips';
import { DraftCard } from '../../../components/draft-card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { MissingNote } from '../../../components/missing-note';
import { Page } from '../../../components/page';
import { readVillage } from '../../../contracts/people';
import { onlyTestOfEntry } from '../../../domain/people/told-before';
import { NamesShownLine } from '../names-shown-line';
import { MonthLine } from './month-line';
import { PhonePart } from './phone-part';
import { useEnter } from './use-enter';

const joinPage = '/packages/join/index';

type Filling = ReturnType<typeof useEnter>;

function WhoPart({ form, type, problems }: Filling) {
  return (
    <>
      <Field
        label="您的姓名"
        value={form.name}
        onInput={(name) => type({ name })}
        maximumLength={30}
        problem={problems.name}
      />
      <Field
        label="出生年份"
        type="number"
        value={form.birthYear}
        onInput={(birthYear) => type({ birthYear })}
        maximumLength={4}
        placeholder="比如 1986"
        problem={problems.birthYear}
      />
    </>
  );
}

function WherePart({ form, type, problems, thisMonth }: Filling) {
  return (
    <>
      <FormPart label="您是">
        <Chips
          choices={[
            { id: 'newcomer', label: '外来常住的' },
            { id: 'local', label: '本地的,户册漏了' },
          ]}
          chosen={form.residence}
          onChoose={(residence) => type({ residence })}
        />
      </FormPart>
      <FormPart label="住了多久" problem={problems.sinceMonth}>
        <Card flush>
          <MonthLine
            month={form.sinceMonth}
            thisMonth={thisMonth}
            onChoose={(sinceMonth) => type({ sinceMonth })}
          />
        </Card>
      </FormPart>
      <FormPart label="住在哪一户">
        <Chips
          choices={[
            { id: 'own', label: '还没有户' },
            { id: 'with', label: '住在一户人家' },
          ]}
          chosen={form.where}
          onChoose={(where) => type({ where })}
        />
      </FormPart>
      <View>
        {form.where === 'with' && (
          <Field
            label="这一户的户号"
            type="number"
            value={form.number}
            onInput={(number) => type({ number })}
            maximumLength={4}
            placeholder="比如 17"
            hint="先跟这一户的人说好:登记以后是一家,积分一起攒、一起用。"
            problem={problems.number}
          />
        )}
      </View>
    </>
  );
}

function EnterIn({ villageId }: { villageId: string }) {
  const village = useCall(readVillage, { villageId });
  const filling = useEnter(villageId);
  const { form, type, problems, busy, error } = filling;
  const submit = async () => {
    if (await filling.submit()) await replacePage(joinPage);
  };
  return (
    <Page
      title="申请登记"
      primary={{ label: '申请登记', onTap: submit, busy }}
      bottom={
        <>
          <MissingNote shown={Object.keys(problems).length > 0} />
          <ErrorNote error={error} />
        </>
      }
    >
      <Card tone="blue">
        户册里没有您,可以申请登记到{village.value?.name ?? '本村'}。{onlyTestOfEntry}
        村里两个人核实、都同意,就登记上,也就加入了。
      </Card>
      <DraftCard draft={filling.draft} />
      <WhoPart {...filling} />
      <WherePart {...filling} />
      <PhonePart way={filling.way} />
      <Card flush>
        <CheckLine
          label="同意村里核实"
          checked={form.agreed}
          onChange={(agreed) => type({ agreed })}
        >
          姓名、出生年份、住处只给核实的人看,没登记上的 30 天后删掉。
          {/* A place of its own: what comes and goes beside words sends them all again. */}
          <View>{problems.agreed && <View className="field-problem">{problems.agreed}</View>}</View>
        </CheckLine>
        <NamesShownLine checked={form.shown} onChange={(shown) => type({ shown })} />
      </Card>
    </Page>
  );
}

/** Whoever stands in no line of the register asks to be entered. */
export default function EnterPage() {
  const { villageId } = usePageParams();
  const { me, village } = useSession();
  const asked = villageId ?? village?.villageId;
  if (me) {
    return (
      <Page title="申请登记">
        <EmptyState icon="check" text="您已经在户册里了,不用再登记。" />
      </Page>
    );
  }
  if (asked) return <EnterIn villageId={asked} />;
  return (
    <Page title="申请登记" primary={{ label: '先选嘎查村', onTap: () => replacePage(joinPage) }}>
      <EmptyState icon="house" text="先选是哪个嘎查村。" hint="扫村口的码,或从名单里选。" />
    </Page>
  );
}
