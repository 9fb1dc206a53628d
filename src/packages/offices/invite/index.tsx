import { View } from '@tarojs/components';
import { useState } from 'react';
import { withoutChanged } from '../../../client/changed';
import { type ChosenVillage, placesOf, useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { useOwnDraft } from '../../../client/use-own-draft';
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
import { Page } from '../../../components/page';
import { roleWords } from '../../../components/role-words';
import { VillageChoice } from '../../../components/village-choice';
import { listShops } from '../../../contracts/exchange';
import { invitePerson } from '../../../contracts/offices';
import { dayOf } from '../../../domain/kernel/time';
import { everySeat } from '../../../domain/people/offices/seats';
import {
  emptyForm,
  filled,
  type InviteForm,
  type InviteProblems,
  problemsOf,
  type Term,
} from './form';

const roles = [...everySeat, 'town-admin'] as const;
const terms: readonly { id: Term; label: string }[] = [
  { id: 'one', label: '一年' },
  { id: 'two', label: '两年' },
  { id: 'three', label: '三年' },
  { id: 'five', label: '五年' },
];

const waits = '已登记。要另一位镇管理员确认,他会在“今天”里看到;确认了就有邀请码。';
const alone = '邀请码有了,在“邀请”里看。建镇时由一个人定,只有这一次。';

function useInviting() {
  const today = dayOf(Date.now());
  const [form, setForm] = useState(() => emptyForm(today));
  const [problems, setProblems] = useState<InviteProblems>({});
  const [said, say] = useState<string | null>(null);
  const command = useCommand(invitePerson);
  // Somebody's telephone is typed anew: it lies on this phone no longer than the page is open.
  const { phone: _phone, ...left } = form;
  const isTyped = left.name !== '' || left.organisation !== '' || left.cites !== '';
  const draft = useOwnDraft({
    key: 'invite',
    value: isTyped ? left : null,
    restore: (kept) => setForm(({ phone }) => ({ ...kept, phone })),
  });
  const type = (changed: Partial<InviteForm>) => {
    setForm((before) => ({ ...before, ...changed }));
    setProblems((before) => withoutChanged(before, changed));
    command.clearError();
  };
  const submit = async () => {
    const found = problemsOf(form);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const answer = await command.run(filled(form));
    if (!answer.ok) return;
    draft.done();
    setForm(emptyForm(today));
    say(answer.value.state === 'invited' ? alone : waits);
  };
  const again = () => say(null);
  return { form, draft, type, submit, problems, said, again, command, today };
}

type Inviting = ReturnType<typeof useInviting>;

type ShopProps = { inviting: Inviting; village: ChosenVillage; onAnother: () => void };

function ShopsOf({ inviting: { form, type, problems }, village, onAnother }: ShopProps) {
  const call = useCall(listShops, { villageId: village.villageId });
  return (
    <FormPart label="哪个超市" problem={problems.shopId}>
      <Card flush>
        <Line icon="house" title={village.name} extra="换一个" onTap={onAnother} />
      </Card>
      <Loaded
        call={call}
        lines={1}
        isEmpty={({ shops }) => shops.length === 0}
        empty={<EmptyState icon="bag" text="这个村还没有超市。请先开通,或换一个村。" />}
      >
        {({ shops }) => (
          <Chips
            choices={shops.map(({ shopId, name }) => ({ id: shopId, label: name }))}
            chosen={form.shopId}
            onChoose={(shopId) => type({ shopId })}
          />
        )}
      </Loaded>
    </FormPart>
  );
}

/** Which shop a merchant is of; the town may look at no village yet. */
function Shops({ inviting }: { inviting: Inviting }) {
  const [village, choose] = useState(useSession((session) => session.village) ?? null);
  if (village) {
    const another = () => {
      choose(null);
      inviting.type({ shopId: null });
    };
    return <ShopsOf {...{ inviting, village }} onAnother={another} />;
  }
  return (
    <>
      <VillageChoice onChoose={choose} />
      <View className="form-part">
        {inviting.problems.shopId && (
          <View className="form-part-problem">先选嘎查村,再选哪个超市。</View>
        )}
      </View>
    </>
  );
}

function WhoPart({ form, type, problems }: Inviting) {
  return (
    <>
      <Field
        label="姓名"
        value={form.name}
        onInput={(name) => type({ name })}
        maximumLength={30}
        problem={problems.name}
      />
      <Field
        label="单位"
        value={form.organisation}
        onInput={(organisation) => type({ organisation })}
        maximumLength={40}
        placeholder="比如 旗农牧局"
        problem={problems.organisation}
      />
      <Field
        label="手机号"
        type="number"
        value={form.phone}
        onInput={(phone) => type({ phone })}
        maximumLength={13}
        hint="邀请码只给这个号的微信用。"
        problem={problems.phone}
      />
    </>
  );
}

function Invite() {
  const inviting = useInviting();
  const { form, draft, type, submit, problems, said, again, command, today } = inviting;
  if (said) {
    return (
      <Page title="登记邀请" primary={{ label: '再登记一个', onTap: again }}>
        <EmptyState icon="check" text={said} />
      </Page>
    );
  }
  return (
    <Page
      title="登记邀请"
      primary={{ label: '登记,等另一个人确认', onTap: submit, busy: command.busy }}
      bottom={
        <>
          <MissingNote shown={Object.keys(problems).length > 0} />
          <ErrorNote error={command.error} />
        </>
      }
    >
      <DraftCard draft={draft} />
      <FormPart label="请来当什么">
        <Chips
          choices={roles.map((id) => ({ id, label: roleWords[id] }))}
          chosen={form.role}
          onChoose={(role) => type({ role })}
        />
      </FormPart>
      <View>{form.role === 'merchant' && <Shops inviting={inviting} />}</View>
      <WhoPart {...inviting} />
      <Card flush>
        <DayLine
          label="哪天发的函"
          day={form.day}
          today={today}
          onChoose={(day) => type({ day })}
        />
      </Card>
      <Field
        label="写在哪里"
        value={form.cites}
        onInput={(cites) => type({ cites })}
        maximumLength={60}
        placeholder="比如 旗农牧局派驻函"
        problem={problems.cites}
      />
      <FormPart label="任期" hint="到期当天就不能再看,要续的重新登记。">
        <Chips choices={terms} chosen={form.term} onChoose={(term) => type({ term })} />
      </FormPart>
    </Page>
  );
}

/** The first of two administrators enters whom the town invites. */
export default function InvitePage() {
  const held = useSession((session) => session.roles);
  if (placesOf(held, 'town-admin').length > 0) return <Invite />;
  return (
    <Page title="登记邀请">
      <EmptyState icon="person" text="邀请由镇管理员来登记。" />
    </Page>
  );
}
