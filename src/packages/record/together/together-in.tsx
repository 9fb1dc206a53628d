import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { DraftCard } from '../../../components/draft-card';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { mostHouseholdsOfAnActivity } from '../../../contracts/limits';
import { DeedBottom } from '../form/deed-bottom';
import { DeedStep } from '../form/deed-step';
import { type DeedForm, useDeed } from '../form/use-deed';
import { useDeedDraft } from '../form/use-deed-draft';
import { HouseholdTiles } from './household-tiles';
import { PaperNote } from './paper-note';
import { RecordedTogether } from './recorded-together';
import { useHouseholds } from './use-households';
import { onPaper, type Paper, usePaper } from './use-paper';
import { useTogether } from './use-together';

const nobody: ReadonlySet<string> = new Set();

function missingOf({ missing }: DeedForm, count: number): string | null {
  if (missing !== null) return missing;
  if (count === 0) return '再点一点是哪些户。';
  const most = mostHouseholdsOfAnActivity;
  return count > most ? `一次最多记 ${most} 户,多的请分两次记。` : null;
}

type Props = {
  villageId: string;
  /** Of the page of a sheet that is recorded from: its items, and its households in its order. */
  paperCode?: string | undefined;
};

function Recording({ villageId, paperCode, paper }: Props & { paper: Paper }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(nobody);
  const deed = useDeed(null);
  const { households: all, unknown } = useHouseholds(villageId);
  const households = all && onPaper(all, paper.sheet);
  const known = households?.filter(({ householdId }) => chosen.has(householdId)) ?? [];
  const left = useDeedDraft<string[]>({
    key: paperCode ? `together ${villageId} ${paperCode}` : `together ${villageId}`,
    start: null,
    as: { role: 'cadre', place: villageId },
    deed,
    beside: [...chosen],
    onRestore: (householdIds) => setChosen(new Set(householdIds)),
    begun: deed.item !== null && chosen.size > 0,
  });
  const clear = () => {
    left.done();
    deed.pickItem(null);
    deed.clearForNext();
    setChosen(nobody);
  };
  const { record, again, busy, error, recorded } = useTogether(villageId, clear);
  const { item, points } = deed;
  const missing = missingOf(deed, known.length);
  if (recorded && households) {
    return (
      <Page title="很多户一起记" bottom={<Button onTap={again}>再记一件</Button>}>
        <RecordedTogether recorded={recorded} households={households} />
      </Page>
    );
  }
  const ids = known.map(({ householdId }) => householdId);
  const primary = {
    label: points === null ? `记 ${ids.length} 户` : `记 ${ids.length} 户,每户 ${points} 分`,
    onTap: () => record(deed, ids),
    busy,
    disabled: missing !== null,
  };
  return (
    <Page
      title="很多户一起记"
      primary={item ? primary : undefined}
      bottom={item && <DeedBottom missing={missing} error={error} />}
    >
      <PaperNote paper={paper} shown={households?.length ?? null} />
      <DraftCard draft={left} about={({ item: of }) => of?.name ?? null} />
      <DeedStep
        villageId={villageId}
        deed={deed}
        declarer="cadre"
        many
        only={paper.sheet?.itemIds}
      />
      {item && (
        <HouseholdTiles
          households={households}
          unknown={unknown}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
    </Page>
  );
}

/** One deed of many households: what it was, which households, one button. */
export function TogetherIn({ villageId, paperCode }: Props) {
  const paper = usePaper(paperCode, villageId);
  if (!paperCode || paper.sheet) {
    return <Recording villageId={villageId} paperCode={paperCode} paper={paper} />;
  }
  return (
    <Page title="很多户一起记">
      <PaperNote paper={paper} shown={null} />
      <View>{!paper.problem && <Skeleton lines={4} />}</View>
    </Page>
  );
}
