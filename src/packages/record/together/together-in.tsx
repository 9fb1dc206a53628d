import { useState } from 'react';
import { Button } from '../../../components/button';
import { DraftCard } from '../../../components/draft-card';
import { Page } from '../../../components/page';
import { mostHouseholdsOfAnActivity } from '../../../contracts/limits';
import { DeedBottom } from '../form/deed-bottom';
import { DeedStep } from '../form/deed-step';
import { type DeedForm, useDeed } from '../form/use-deed';
import { useDeedDraft } from '../form/use-deed-draft';
import { HouseholdTiles } from './household-tiles';
import { RecordedTogether } from './recorded-together';
import { useHouseholds } from './use-households';
import { useTogether } from './use-together';

const nobody: ReadonlySet<string> = new Set();

function missingOf({ missing }: DeedForm, count: number): string | null {
  if (missing !== null) return missing;
  if (count === 0) return '再点一点是哪些户。';
  const most = mostHouseholdsOfAnActivity;
  return count > most ? `一次最多记 ${most} 户,多的请分两次记。` : null;
}

/** One deed of many households: what it was, which households, one button. */
export function TogetherIn({ villageId }: { villageId: string }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(nobody);
  const deed = useDeed(null);
  const { households, unknown } = useHouseholds(villageId);
  const known = households?.filter(({ householdId }) => chosen.has(householdId)) ?? [];
  const left = useDeedDraft<string[]>({
    key: `together ${villageId}`,
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
      <DraftCard draft={left} about={({ item: of }) => of?.name ?? null} />
      <DeedStep villageId={villageId} deed={deed} declarer="cadre" many />
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
