import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
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
import { Line } from '../../../components/line';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { roleWords } from '../../../components/role-words';
import type { InputOf } from '../../../contracts/contract';
import { endOffice, listOffices } from '../../../contracts/offices';
import { dayOf } from '../../../domain/kernel/time';
import { basisWords, entersActs, type HeldOffice, isElected, termInWords } from '../words';

type Basis = InputOf<typeof endOffice>['basis'];

const ofElected: readonly Basis[] = ['resigned', 'term-over', 'recalled', 'unfit', 'lapsed'];
const ofAppointed: readonly Basis[] = ['resigned', 'term-over', 'dismissed', 'lapsed'];

function basesOf({ role, isOwn }: HeldOffice): readonly Basis[] {
  if (isOwn) return ['resigned'];
  return isElected(role) ? ofElected : ofAppointed;
}

function useEnding({ officeId }: HeldOffice, first: Basis) {
  const today = dayOf(Date.now());
  const [basis, choose] = useState<Basis>(first);
  const [day, setDay] = useState(today);
  const [cites, type] = useState('');
  const [missing, setMissing] = useState(false);
  const [said, say] = useState(false);
  const command = useCommand(endOffice);
  const draft = useOwnDraft({
    key: `end-office ${officeId}`,
    value: cites.trim() !== '' && !said ? { basis, day, cites } : null,
    restore(left) {
      choose(left.basis);
      setDay(left.day);
      type(left.cites);
    },
  });
  const submit = async () => {
    setMissing(cites.trim() === '');
    if (cites.trim() === '') return;
    const answer = await command.run({ officeId, basis, day, cites: cites.trim() });
    if (!answer.ok) return;
    draft.done();
    say(true);
  };
  return { draft, basis, choose, day, setDay, cites, type, missing, said, command, submit, today };
}

function Ending({ held }: { held: HeldOffice }) {
  const bases = basesOf(held);
  const ending = useEnding(held, bases[0] ?? 'resigned');
  const { basis, day, cites, missing, said, command, submit, today } = ending;
  const label = held.isOwn ? '登记辞职,等别人确认' : '登记离任,等另一个人确认';
  return (
    <Page
      title="登记离任"
      primary={said ? undefined : { label, onTap: submit, busy: command.busy }}
    >
      <Card flush>
        <Line
          icon="person"
          title={`${held.name ?? '镇里的人'},${held.placeName}${roleWords[held.role]}`}
          note={termInWords(held)}
        />
      </Card>
      <View>
        {said && (
          <EmptyState icon="check" text="已登记。要另一个人确认才生效,他会在“今天”里看到。" />
        )}
      </View>
      <DraftCard draft={ending.draft} />
      <FormPart label="为什么离任">
        <Chips
          choices={bases.map((id) => ({ id, label: basisWords[id] }))}
          chosen={basis}
          onChoose={ending.choose}
        />
      </FormPart>
      <Card flush>
        <DayLine label="哪一天" day={day} today={today} onChoose={ending.setDay} />
      </Card>
      <Field
        label="写在哪里"
        value={cites}
        onInput={ending.type}
        maximumLength={60}
        placeholder="比如 村民会议决议"
        problem={missing ? '请写清楚在哪次会议、哪份文件里。' : null}
      />
      <ErrorNote error={command.error} />
    </Page>
  );
}

const notThere = <EmptyState icon="person" text="没有找到这个职务,可能已经离任了。" />;

/** The first of two people enters that an office ends; one's own by resigning. */
export default function EndOfficePage() {
  const { villageId, officeId } = usePageParams();
  const roles = useSession((session) => session.roles);
  const call = useCall(listOffices, villageId ? { villageId } : null);
  const held = call.value?.offices.find((each) => each.officeId === officeId);
  const mayEnd = held?.isOwn || (villageId !== undefined && entersActs(roles, villageId));
  if (held && mayEnd) return <Ending held={held} />;
  return (
    <Page title="登记离任">
      {villageId ? (
        <Loaded call={call} isEmpty={() => true} empty={notThere}>
          {() => null}
        </Loaded>
      ) : (
        notThere
      )}
    </Page>
  );
}
