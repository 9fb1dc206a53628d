import { View } from '@tarojs/components';
import { useState } from 'react';
import { type ChosenVillage, useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { useOwnDraft } from '../../../client/use-own-draft';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { DraftCard } from '../../../components/draft-card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { MissingNote } from '../../../components/missing-note';
import { Page } from '../../../components/page';
import { VillageChoice } from '../../../components/village-choice';
import { type LifeKind, proposeLifeEvent, readRegisterLines } from '../../../contracts/life';
import { calledBy } from '../../../domain/kernel/names';
import { dayOf, yearOf } from '../../../domain/kernel/time';
import { entersEvents, type HouseholdLines, kindWords, whatFollows, whatOf } from '../words';
import { KindFields } from './fields';
import './index.scss';
import { emptyForm, filled, isWorked, type LifeForm, type Missing, numberOf, toldOf } from './form';

const kinds = (Object.keys(kindWords) as LifeKind[]).map((id) => ({ id, label: kindWords[id] }));

const asked = (villageId: string, householdNumber: number | null) =>
  householdNumber ? { villageId, householdNumber } : null;

/** The household somebody moves to, once its number is typed. */
function useInto(villageId: string, { kind, number }: LifeForm) {
  const wanted = kind === 'marry' || kind === 'merge' ? numberOf(number) : null;
  return useCall(readRegisterLines, asked(villageId, wanted));
}

function useProposing(villageId: string, household: HouseholdLines) {
  const [form, setForm] = useState<LifeForm>(emptyForm);
  const [wrong, setWrong] = useState<Missing | null>(null);
  const [said, say] = useState(false);
  const command = useCommand(proposeLifeEvent);
  // Somebody's telephone is typed anew: it lies on this phone no longer than the page is open.
  const { phone: _phone, ...left } = form;
  const draft = useOwnDraft({
    key: `life ${household.householdId}`,
    value: isWorked(left) ? left : null,
    restore: (kept) => setForm(({ phone }) => ({ ...kept, phone })),
  });
  const into = useInto(villageId, form);
  const thisYear = yearOf(dayOf(Date.now()));
  const made = filled(form, household, into.value, thisYear);
  const change = 'change' in made ? made.change : null;
  const type = (changed: Partial<LifeForm>) => {
    setForm((before) => ({ ...before, ...changed }));
    setWrong(null);
    command.clearError();
  };
  const problemAt = (field: keyof LifeForm) => (wrong?.field === field ? wrong.problem : null);
  const submit = async () => {
    if (!('change' in made)) return setWrong(made);
    const { householdId } = household;
    const answer = await command.run({ householdId, change: made.change });
    if (!answer.ok) return;
    draft.done();
    setForm(({ kind }) => ({ ...emptyForm, kind }));
    say(true);
  };
  const again = () => say(false);
  const fields = { form, household, thisYear, type, problemAt };
  return { fields, draft, wrong, said, again, command, into, change, submit };
}

type HouseholdProps = { household: HouseholdLines; onChange?: () => void };

function Household({ household, onChange }: HouseholdProps) {
  const { householdNumber, headName, minors, lines } = household;
  const people = lines.map(({ name, relation }) => `${name}(${relation})`);
  return (
    <Card flush>
      <Line
        icon="house"
        title={calledBy(householdNumber, headName)}
        note={[...people, `孩子 ${minors} 个`].join('、')}
        extra={onChange && '换一户'}
        onTap={onChange}
      />
    </Card>
  );
}

/** Where somebody moves to, so that the right household is seen before it is sent. */
function Into({ into }: { into: ReturnType<typeof useInto> }) {
  if (into.error) return <ErrorNote error={into.error} />;
  return into.value && <Household household={into.value} />;
}

type ProposeProps = { villageId: string; household: HouseholdLines; onChange: () => void };

function Propose({ villageId, household, onChange }: ProposeProps) {
  const proposing = useProposing(villageId, household);
  const { fields, draft, wrong, said, again, command, into, change, submit } = proposing;
  const { form, type } = fields;
  if (said) {
    return (
      <Page title="登记变动" primary={{ label: '再登记一件', onTap: again }}>
        <EmptyState icon="check" text="已登记。要另一个人确认才改户册,他会在“今天”里看到。" />
      </Page>
    );
  }
  const told = change && toldOf(change, household, into.value);
  return (
    <Page
      title="登记变动"
      primary={{ label: '登记,等另一个人确认', onTap: submit, busy: command.busy }}
      bottom={
        <>
          <MissingNote shown={wrong !== null} />
          <ErrorNote error={command.error} />
        </>
      }
    >
      <Household household={household} onChange={onChange} />
      <DraftCard draft={draft} />
      <FormPart label="是什么变动">
        <Chips
          choices={kinds}
          chosen={form.kind}
          onChoose={(kind) => type({ ...emptyForm, kind })}
        />
      </FormPart>
      <KindFields
        {...fields}
        belowNumber={(form.kind === 'marry' || form.kind === 'merge') && <Into into={into} />}
      />
      <View className="propose-told">{told && `${whatOf(told)}。${whatFollows(told)}`}</View>
    </Page>
  );
}

type InProps = { village: ChosenVillage; onChange: (() => void) | null };

function ProposeIn({ village: { villageId, name }, onChange }: InProps) {
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState<number | null>(null);
  const call = useCall(readRegisterLines, asked(villageId, number));
  const household = number === null ? null : call.value;
  if (household) {
    const another = () => setNumber(null);
    return <Propose key={household.householdId} {...{ villageId, household, onChange: another }} />;
  }
  return (
    <Page title="登记变动" primary={{ label: '看这一户', onTap: () => setNumber(numberOf(typed)) }}>
      <View>
        {onChange && (
          <Card flush>
            <Line icon="house" title={name || '嘎查村'} extra="换一个" onTap={onChange} />
          </Card>
        )}
      </View>
      <Field
        label="几号户"
        type="number"
        value={typed}
        onInput={setTyped}
        maximumLength={4}
        placeholder="比如 22"
        hint="出生、成年、迁进迁出、结婚、换户主、分户、并户、去世,都从户号开始。"
        onConfirm={() => setNumber(numberOf(typed))}
      />
      <View>{number !== null && <Loaded call={call}>{() => null}</Loaded>}</View>
    </Page>
  );
}

/** The first of two people enters what happened to a household. */
export default function ProposeLifeEventPage() {
  const { villageId } = usePageParams();
  const { roles, village } = useSession();
  const [chosen, choose] = useState<ChosenVillage | 'another' | null>(null);
  const known = villageId && villageId !== village?.villageId ? { villageId, name: '' } : village;
  const at = chosen === 'another' ? null : (chosen ?? known);
  const ofTown = roles.some(({ role }) => role === 'town-admin');
  if (at && entersEvents(roles, at.villageId)) {
    const onChange = ofTown ? () => choose('another') : null;
    return <ProposeIn key={at.villageId} {...{ village: at, onChange }} />;
  }
  return (
    <Page title="登记变动">
      {ofTown ? (
        <VillageChoice onChoose={choose} />
      ) : (
        <EmptyState icon="person" text="户里的变动由村干部、监委会和镇里来登记。" />
      )}
    </Page>
  );
}
