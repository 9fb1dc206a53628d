import { View } from '@tarojs/components';
import { useState } from 'react';
import { type ChosenVillage, placesOf, useSession } from '../../../client/session';
import { useCommand } from '../../../client/use-command';
import { useOwnDraft } from '../../../client/use-own-draft';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { Chips } from '../../../components/chips';
import { DayLine } from '../../../components/day-line';
import { DraftCard } from '../../../components/draft-card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { Page } from '../../../components/page';
import { roleWords } from '../../../components/role-words';
import { giveOffice } from '../../../contracts/offices';
import { dayOf } from '../../../domain/kernel/time';
import { entersActs } from '../words';
import { emptyForm, filled, type GiveForm, type Term } from './form';
import { NamedInRegister } from './named';
import { ShopChips } from './shop-chips';

const ofVillage: readonly GiveForm['role'][] = ['cadre', 'supervisor', 'panel', 'keeper'];
const terms: readonly { id: Term; label: string }[] = [
  { id: 'five', label: '五年' },
  { id: 'three', label: '三年' },
  { id: 'none', label: '不写' },
];

function useGiving(village: ChosenVillage) {
  const today = dayOf(Date.now());
  const [form, setForm] = useState(() => emptyForm(today));
  const [missing, setMissing] = useState(false);
  const [said, say] = useState<string | null>(null);
  const command = useCommand(giveOffice);
  const isTyped = form.number !== '' || form.name !== '' || form.cites !== '';
  const draft = useOwnDraft<GiveForm>({
    ...{ key: `give-office ${village.villageId}`, restore: setForm },
    value: isTyped ? form : null,
  });
  const type = (changed: Partial<GiveForm>) => {
    setForm((before) => ({ ...before, ...changed }));
    setMissing(false);
    say(null);
  };
  const submit = async () => {
    const input = filled(form, village);
    setMissing(input === null);
    if (!input) return;
    const answer = await command.run(input);
    if (!answer.ok) return;
    const isDone = answer.value.state === 'in-force';
    draft.done();
    setForm(emptyForm(today));
    say(isDone ? '已经生效。' : '已登记。要另一个人确认才生效,他会在“今天”里看到。');
  };
  return { form, draft, type, submit, missing, said, command, today };
}

function GiveOf({ village }: { village: ChosenVillage }) {
  const roles = useSession((session) => session.roles);
  const { form, draft, type, submit, missing, said, command, today } = useGiving(village);
  const ofTown = placesOf(roles, 'town-admin').length > 0;
  const offices = ofTown ? ([...ofVillage, 'town-admin'] as const) : ofVillage;
  const choices = offices.map((id) => ({ id, label: roleWords[id] }));
  return (
    <Page
      title="登记任职"
      primary={{ label: '登记,等另一个人确认', onTap: submit, busy: command.busy }}
    >
      <View>{said && <EmptyState icon="check" text={said} />}</View>
      <DraftCard draft={draft} />
      <NamedInRegister villageId={village.villageId} onChoose={type} />
      <FormPart label={`${village.name} 担任什么`}>
        <Chips choices={choices} chosen={form.role} onChoose={(role) => type({ role })} />
      </FormPart>
      <View>
        {form.role === 'keeper' && (
          <ShopChips
            villageId={village.villageId}
            chosen={form.shopId}
            onChoose={(shopId) => type({ shopId })}
          />
        )}
      </View>
      <Field
        label="户号"
        type="number"
        value={form.number}
        onInput={(number) => type({ number })}
        maximumLength={6}
        placeholder="比如 22"
      />
      <Field
        label="姓名"
        value={form.name}
        onInput={(name) => type({ name })}
        placeholder="照户册写"
      />
      <Card flush>
        <DayLine label="哪天定的" day={form.day} today={today} onChoose={(day) => type({ day })} />
      </Card>
      <Field
        label="写在哪里"
        value={form.cites}
        onInput={(cites) => type({ cites })}
        maximumLength={60}
        placeholder="比如 选举结果公告"
        problem={missing ? '户号、姓名、写在哪里都要填;超市管理员还要选超市。' : null}
      />
      <FormPart label="任期" hint="任期满了也照常履职,到换届登记新的人为止。">
        <Chips choices={terms} chosen={form.term} onChoose={(term) => type({ term })} />
      </FormPart>
      <ErrorNote error={command.error} />
    </Page>
  );
}

/** The first of two people enters who holds an office from now on. */
export default function GiveOfficePage() {
  const { villageId } = usePageParams();
  const { roles, village } = useSession();
  const asked = villageId ?? village?.villageId;
  const name = village && village.villageId === asked ? village.name : '';
  if (asked && entersActs(roles, asked)) return <GiveOf village={{ villageId: asked, name }} />;
  return (
    <Page title="登记任职">
      <EmptyState icon="person" text="任职由村干部、监委会和镇里来登记。" />
    </Page>
  );
}
