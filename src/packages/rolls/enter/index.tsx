import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { draftOwner } from '../../../client/drafts';
import { type ChosenVillage, useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { useDraft } from '../../../client/use-draft';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { DayLine } from '../../../components/day-line';
import { DraftCard } from '../../../components/draft-card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { MissingNote } from '../../../components/missing-note';
import { NoteField } from '../../../components/note-field';
import { Page } from '../../../components/page';
import { VillageChoice } from '../../../components/village-choice';
import { enterRoll, type RollBase, type RollKind, readRollBase } from '../../../contracts/rolls';
import { addDays, dayOf } from '../../../domain/kernel/time';
import { rollUses, rollWords } from '../../../domain/people/rolls/words';
import { entersRolls } from '../words';
import {
  type BaseCounts,
  basesOf,
  countOf,
  emptyForm,
  filled,
  isWorked,
  type Mark,
  mayBeTyped,
  problemsOf,
  type RollForm,
  type RollProblems,
  sumOf,
} from './form';
import { NamedLines } from './named-lines';
import { Picker } from './picker';
import '../roll.scss';

const kinds = (Object.keys(rollWords) as RollKind[]).map((id) => ({ id, label: rollWords[id] }));
const title = '登记名册';
const longestList = 40_000;
const mostDaysAhead = 90;

type Of = { villageId: string; kind: RollKind; counts: BaseCounts };

function baseLabel(base: RollBase, counts: BaseCounts): string {
  const count = countOf(base, counts);
  if (base === 'register') return `照户册写,${count} 人`;
  return base === 'last' ? `照上一份改,${count} 人` : '从头写';
}

function baseHint(kind: RollKind, base: RollBase, { committee, unseen }: BaseCounts): string {
  if (kind === 'representatives') return `只选村民代表,村委会 ${committee ?? 0} 人自动在里面。`;
  if (kind === 'delegates') return '一户一位。';
  if (base !== 'register') return '';
  const left = unseen > 0 ? `还有 ${unseen} 人没有第二个人核对,不在里面。` : '';
  return `户册里的成年人都在,不算外来常住的;大会同意参加的,按户号加上。${left}只点不一样的人。`;
}

function useEntering({ villageId, kind, counts }: Of) {
  const today = dayOf(Date.now());
  const first = basesOf(kind, counts)[0] ?? 'empty';
  const [form, setForm] = useState<RollForm>(() => emptyForm(first, addDays(today, 1)));
  const [problems, setProblems] = useState<RollProblems>({});
  const [people, setPeople] = useState<number | null>(null);
  const command = useCommand(enterRoll);
  const owner = useSession((session) => draftOwner(session, 'self'));
  const draft = useDraft<RollForm>({
    ...{ key: `roll ${villageId} ${kind}`, owner },
    value: people === null && isWorked(form) ? form : null,
    restore: setForm,
  });
  const type = (changed: Partial<RollForm>) => {
    setForm((before) => ({ ...before, ...changed }));
    setProblems({});
    command.clearError();
  };
  const mark = (id: string, label: string, as: Mark | null) => {
    const inRegister = !id.startsWith('n');
    type({});
    setForm((before) => {
      const { [id]: _before, ...others } = before.marked;
      const marked = as ? { ...others, [id]: { label, mark: as, inRegister } } : others;
      return { ...before, marked };
    });
  };
  const submit = async () => {
    const found = problemsOf(form, counts);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const answer = await command.run(filled(form, { villageId, kind }, counts));
    if (!answer.ok) return;
    draft.done();
    setPeople(answer.value.people);
  };
  return { form, type, mark, problems, people, command, submit, today, draft };
}

type Entering = ReturnType<typeof useEntering> & Of;

function WhoPart({ villageId, kind, counts, form, type, mark, problems }: Entering) {
  const bases = basesOf(kind, counts).map((id) => ({ id, label: baseLabel(id, counts) }));
  const fromLast = form.base === 'last' ? counts.last : null;
  return (
    <>
      <FormPart
        label={bases.length > 1 ? '从哪里写起' : '谁在上面'}
        hint={baseHint(kind, form.base, counts)}
      >
        {bases.length > 1 && (
          <Chips
            choices={bases}
            chosen={form.base}
            onChoose={(base) => type({ base, marked: {} })}
          />
        )}
      </FormPart>
      <Picker {...{ villageId, kind, form }} onMark={mark} problem={problems.who} />
      <View>
        {mayBeTyped(kind) && (
          <FormPart
            label="贴一份名单"
            hint="一行一个人,户号写在前面。户册里没有的人也可以写。"
            problem={problems.typed}
          >
            <NoteField
              label="名单"
              value={form.typed}
              onInput={(typed) => type({ typed })}
              placeholder="17 张例子"
              maximumLength={longestList}
            />
          </FormPart>
        )}
      </View>
      <View>
        {fromLast && mayBeTyped(kind) && (
          <NamedLines rollId={fromLast.rollId} form={form} onMark={mark} />
        )}
      </View>
    </>
  );
}

type FormProps = { of: Of; head: ReactNode };

function Form({ of, head }: FormProps) {
  const entering = useEntering(of);
  const { form, type, problems, people, command, submit, today } = entering;
  if (people !== null) {
    const said = `已登记,${people} 人。要另一个人确认才算数,他会在“今天”里看到。`;
    return (
      <Page title={title}>
        <EmptyState icon="check" text={said} />
      </Page>
    );
  }
  return (
    <Page
      title={title}
      primary={{
        label: `登记 ${sumOf(form, of.counts)} 人,等另一个人确认`,
        onTap: submit,
        busy: command.busy,
      }}
      bottom={
        <>
          <MissingNote shown={Object.keys(problems).length > 0} />
          <ErrorNote error={command.error} />
        </>
      }
    >
      {head}
      <DraftCard draft={entering.draft} />
      <WhoPart {...entering} {...of} />
      <Card flush>
        <DayLine
          label="从哪天起用"
          day={form.fromDay}
          earliest={addDays(today, 1)}
          today={addDays(today, mostDaysAhead)}
          onChoose={(fromDay) => type({ fromDay })}
        />
      </Card>
      <Field
        label="写在哪里"
        value={form.cites}
        onInput={(cites) => type({ cites })}
        maximumLength={60}
        placeholder="比如 村民代表推选公告"
        hint="谁都看得到,不要写姓名。"
        problem={problems.cites ?? null}
      />
    </Page>
  );
}

const waiting = (
  <EmptyState
    icon="clock"
    text="这种名册已经有一份在等确认。"
    hint="先请另一个人确认或退回,再登记新的。"
  />
);

type InProps = { village: ChosenVillage; onChange: (() => void) | null };

function EnterIn({ village: { villageId, name }, onChange }: InProps) {
  const [kind, setKind] = useState<RollKind>('representatives');
  const call = useCall(readRollBase, { villageId, kind });
  const head = (
    <>
      <View>
        {onChange && (
          <Card flush>
            <Line icon="house" title={name || '嘎查村'} extra="换一个" onTap={onChange} />
          </Card>
        )}
      </View>
      <FormPart label="哪种名册" hint={`${rollUses[kind]}。`}>
        <Chips choices={kinds} chosen={kind} onChoose={setKind} />
      </FormPart>
    </>
  );
  const counts = call.value;
  if (counts && !counts.waits) {
    return <Form key={kind} of={{ villageId, kind, counts }} head={head} />;
  }
  return (
    <Page title={title}>
      {head}
      <Loaded call={call} isEmpty={({ waits }) => waits} empty={waiting}>
        {() => null}
      </Loaded>
    </Page>
  );
}

/** The first of two people enters whom the law counts by from a day on. */
export default function EnterRollPage() {
  const { villageId } = usePageParams();
  const { roles, village } = useSession();
  const [chosen, choose] = useState<ChosenVillage | 'another' | null>(null);
  const known = villageId && villageId !== village?.villageId ? { villageId, name: '' } : village;
  const at = chosen === 'another' ? null : (chosen ?? known);
  const ofTown = roles.some(({ role }) => role === 'town-admin');
  if (at && entersRolls(roles, at.villageId)) {
    const onChange = ofTown ? () => choose('another') : null;
    return <EnterIn key={at.villageId} {...{ village: at, onChange }} />;
  }
  return (
    <Page title={title}>
      {ofTown ? (
        <VillageChoice onChoose={choose} />
      ) : (
        <EmptyState icon="person" text="名册由村干部、监委会和镇里来登记。" />
      )}
    </Page>
  );
}
