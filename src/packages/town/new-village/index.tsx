import { useState } from 'react';
import { replacePage } from '../../../client/open-page';
import { useCommand } from '../../../client/use-command';
import { useOwnDraft } from '../../../client/use-own-draft';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { DraftCard } from '../../../components/draft-card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { Field } from '../../../components/field';
import { FormPart } from '../../../components/form-part';
import { Page } from '../../../components/page';
import type { ValueOf } from '../../../contracts/contract';
import { openVillage } from '../../../contracts/town';
import { OfTown } from '../of-town';
import { useForm } from '../use-form';
import { ways } from '../ways';

const title = '开嘎查村';
const longestName = 30;

type Opened = ValueOf<typeof openVillage> & { name: string };

function Form({ onOpened }: { onOpened: (opened: Opened) => void }) {
  const { value, field, check, isFilled, fill } = useForm({ name: '' });
  const { run, busy, error, clearError } = useCommand(openVillage);
  const draft = useOwnDraft({
    ...{ key: 'new-village', restore: fill },
    value: isFilled ? value : null,
  });
  const submit = async () => {
    if (!check({ name: '嘎查村的名字要填,和户册上的一样。' })) return;
    const name = value.name.trim();
    const answer = await run({ name });
    if (!answer.ok) return;
    draft.done();
    onOpened({ ...answer.value, name });
  };
  return (
    <Page
      title={title}
      primary={{ label: '开这个嘎查村', onTap: submit, busy }}
      bottom={<ErrorNote error={error} />}
    >
      <DraftCard draft={draft} />
      <Field
        {...field('name', clearError)}
        label="嘎查村的名字"
        maximumLength={longestName}
        placeholder="比如 图克嘎查"
        hint="和户册上写的一样:导入户册时靠它认是哪个村。开了以后不能改名。"
        onConfirm={submit}
      />
      <Card>积分项目和四张清单会照镇里的起始内容带进去,村里以后可以按程序改。</Card>
    </Page>
  );
}

function Done({ opened, onMore }: { opened: Opened; onMore: () => void }) {
  const { name, items, matters } = opened;
  const toRegister = () => replacePage(ways.register());
  return (
    <Page title={title} primary={{ label: '导入户册', onTap: toRegister }}>
      <EmptyState
        icon="check"
        text={`${name}开好了`}
        hint={`带进去 ${items} 个积分项目、${matters} 个清单事项。下一步导入户册。`}
      />
      <FormPart label="几个村的户册可以写在一张表里,一次导入。">
        <Button tone="outline" onTap={onMore}>
          再开一个嘎查村
        </Button>
      </FormPart>
    </Page>
  );
}

/** A village by its name alone. */
export default function NewVillagePage() {
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <OfTown title={title}>
      {opened ? (
        <Done opened={opened} onMore={() => setOpened(null)} />
      ) : (
        <Form onOpened={setOpened} />
      )}
    </OfTown>
  );
}
