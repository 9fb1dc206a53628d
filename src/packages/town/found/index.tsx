import { useState } from 'react';
import { replacePage } from '../../../client/open-page';
import { useSession } from '../../../client/session';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { useOwnDraft } from '../../../client/use-own-draft';
import { DraftCard } from '../../../components/draft-card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { listVillages } from '../../../contracts/people';
import { foundTown } from '../../../contracts/town';
import { useForm } from '../use-form';
import { ways } from '../ways';

const title = '开通本镇';
const longestSecret = 200;
const longestName = 30;
const longestOwner = 60;

const asked = {
  words: '开通口令要填。口令在装这套系统的人手里。',
  townName: '镇的名字要填,比如 图克镇。',
  owner: '运营主体要填,一般是镇人民政府。',
};

function Form({ onFounded }: { onFounded: (townName: string) => void }) {
  const { value, field, check, fill } = useForm({
    words: '',
    townName: '',
    owner: '',
  });
  const { run, busy, error, clearError } = useCommand(foundTown);
  // The founding words are a secret: they are typed anew.
  const { townName, owner } = value;
  const draft = useOwnDraft({
    ...{ key: 'found', restore: fill },
    value: townName !== '' || owner !== '' ? { townName, owner } : null,
  });
  const submit = async () => {
    if (!check(asked)) return;
    const { words: foundingSecret, ...about } = value;
    const answer = await run({ ...about, foundingSecret, sample: false });
    if (!answer.ok) return;
    draft.done();
    await useSession.getState().refresh();
    onFounded(answer.value.townName);
  };
  return (
    <Page
      title={title}
      primary={{ label: '开通', onTap: submit, busy }}
      bottom={<ErrorNote error={error} />}
    >
      <DraftCard draft={draft} />
      <Field
        {...field('words', clearError)}
        label="开通口令"
        maximumLength={longestSecret}
        hint="装这套系统的人给的,只用这一次。"
      />
      <Field
        {...field('townName', clearError)}
        label="镇的名字"
        maximumLength={longestName}
        placeholder="比如 图克镇"
      />
      <Field
        {...field('owner', clearError)}
        label="运营主体"
        maximumLength={longestOwner}
        placeholder="比如 图克镇人民政府"
        hint="谁对这个小程序负责。开通以后,您就是第一位镇管理员。"
      />
    </Page>
  );
}

function Founded({ townName }: { townName: string }) {
  const next = () => replacePage(ways.newVillage());
  return (
    <Page title={title} primary={{ label: '开第一个嘎查村', onTap: next }}>
      <EmptyState
        icon="check"
        text={`${townName}开通了,您是第一位镇管理员。`}
        hint="往后的事都在“我的—全镇”里:开嘎查村、导入户册、开超市、登记资金、打印。"
      />
    </Page>
  );
}

const alreadyThere = (
  <EmptyState
    icon="check"
    text="本镇已经开通了。"
    hint="要当镇管理员,请让现在的管理员给您这个职务。"
  />
);

/** Once, by whoever holds the founding secret: the first page of a town that does not stand yet. */
export default function FoundPage() {
  const villages = useCall(listVillages, {});
  const [townName, founded] = useState<string | null>(null);
  if (townName !== null) return <Founded townName={townName} />;
  if (villages.value?.founded === false) return <Form onFounded={founded} />;
  return (
    <Page title={title}>
      <Loaded call={villages} lines={3} isEmpty={() => true} empty={alreadyThere}>
        {() => null}
      </Loaded>
    </Page>
  );
}
