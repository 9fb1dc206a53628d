import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../client/use-call';
import { useCommand } from '../../../client/use-command';
import { useOwnDraft } from '../../../client/use-own-draft';
import { usePageParams } from '../../../client/use-page-params';
import { Card } from '../../../components/card';
import { DraftCard } from '../../../components/draft-card';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-state';
import { FormPart } from '../../../components/form-part';
import { Loaded } from '../../../components/loaded';
import { NoteField } from '../../../components/note-field';
import { Page } from '../../../components/page';
import type { InputOf } from '../../../contracts/contract';
import { listCertificatesNotIssued, listMatters } from '../../../contracts/lists';
import { listWords, saveWords } from '../../../contracts/search';

const title = '本村的叫法';

type Entry = Pick<InputOf<typeof saveWords>, 'villageId' | 'kind' | 'id'>;

/** One behind the other, whatever stands between them. */
const wordsIn = (typed: string) => typed.split(/[\s,,、。;;]+/).filter((word) => word !== '');

/** The words as they are saved, and the form that changes them. */
function useWords(entry: Entry, saved: readonly string[]) {
  const [before, setBefore] = useState(saved.join(' '));
  const [typed, setTyped] = useState(before);
  const [said, say] = useState<string | null>(null);
  const { run, busy, error, clearError } = useCommand(saveWords);
  const draft = useOwnDraft({
    key: `words ${entry.villageId} ${entry.kind} ${entry.id}`,
    value: typed === before ? null : typed,
    restore: setTyped,
  });
  const submit = async () => {
    const answer = await run({ ...entry, words: wordsIn(typed) });
    if (!answer.ok) return;
    draft.done();
    setBefore(typed);
    const { words } = answer.value;
    say(words === 0 ? '去掉了。' : `存下了 ${words} 个词。以后这么找,就能找到这一项。`);
  };
  const change = (text: string) => {
    clearError();
    say(null);
    setTyped(text);
  };
  return { typed, change, said, busy, error, draft, submit, changed: typed !== before };
}

function WordsForm({ entry, name, saved }: { entry: Entry; name: string; saved: string[] }) {
  const form = useWords(entry, saved);
  const { submit, busy, changed, said } = form;
  return (
    <Page
      title={title}
      primary={{ label: '存下', onTap: submit, busy, disabled: !changed }}
      bottom={<ErrorNote error={form.error} />}
    >
      <DraftCard draft={form.draft} about={(was) => was} />
      <Card>
        <View>{name}</View>
        <View>大家平时怎么说它?一个词隔一个空格。谁都看得到,别写人名和号码。</View>
      </Card>
      <FormPart label="叫法">
        <NoteField
          label="叫法"
          value={form.typed}
          onInput={form.change}
          placeholder="比如 起屋 批地皮"
          maximumLength={700}
        />
      </FormPart>
      <View>{said && <Card tone="green">{said}</Card>}</View>
    </Page>
  );
}

/** What it is called on the lists, and which words the village has added to it. */
function useEntry(entry: Entry) {
  const words = useCall(listWords, { villageId: entry.villageId });
  const isMatter = entry.kind === 'matter';
  const matters = useCall(listMatters, isMatter ? { villageId: entry.villageId } : null);
  const certificates = useCall(listCertificatesNotIssued, isMatter ? null : {});
  const named = isMatter
    ? matters.value?.matters.find(({ key }) => key === entry.id)
    : certificates.value?.certificates.find(({ id }) => id === entry.id);
  const isKnown = isMatter ? matters.value !== null : certificates.value !== null;
  return { words, asked: isMatter ? matters : certificates, isKnown, name: named?.name };
}

const notThere = (
  <EmptyState icon="search" text="没有这一项。" hint="请从清单里点进那一项,再点“本村的叫法”。" />
);

function WordsOf({ entry }: { entry: Entry }) {
  const { words, asked, isKnown, name } = useEntry(entry);
  if (words.value && name !== undefined) {
    const isThis = ({ kind, id }: Omit<Entry, 'villageId'>) =>
      kind === entry.kind && id === entry.id;
    const saved = words.value.entries.find(isThis)?.words ?? [];
    return <WordsForm entry={entry} name={name} saved={saved} />;
  }
  return (
    <Page title={title}>
      {isKnown && name === undefined ? (
        notThere
      ) : (
        <Loaded call={words.value ? { ...asked, value: null } : words}>{() => null}</Loaded>
      )}
    </Page>
  );
}

/** What people of a village say for a matter or a certificate: the committee adds it. */
export default function WordsPage() {
  const { villageId, view, key } = usePageParams();
  const kind = view === 'matter' || view === 'certificate' ? view : null;
  if (villageId && kind && key) return <WordsOf entry={{ villageId, kind, id: key }} />;
  return <Page title={title}>{notThere}</Page>;
}
