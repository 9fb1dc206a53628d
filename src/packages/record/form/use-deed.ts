import { useEffect, useState } from 'react';
import { todayByServer, useServerClock } from '../../../client/server-clock';
import type { PointItem } from '../../../contracts/scheme';
import { dayOf } from '../../../domain/kernel/time';
import type { AllowanceCall } from './allowance-note';
import { type DeedDraft, emptyDraft, missingOf, pointsOf, repeatMissing } from './deed';
import { useAllowance } from './use-allowance';

export type DeedForm = {
  item: PointItem | null;
  draft: DeedDraft;
  pickItem: (item: PointItem | null) => void;
  change: (part: Partial<DeedDraft>) => void;
  /** Puts in what was told before. */
  fill: (item: PointItem | null, draft: DeedDraft) => void;
  allowance: AllowanceCall;
  points: number | null;
  /** Why it cannot be sent yet, as the next thing to do. */
  missing: string | null;
  /** Item and day came from the household before. */
  carried: boolean;
  /** To the next household go item and day; how much, photos, words and place are its own. */
  clearForNext: () => void;
};

const newDraft = () => emptyDraft(todayByServer());

/** The day that was offered first, where the clock of the phone turns out to be wrong. */
function useOfferedDay(setDraft: (change: (before: DeedDraft) => DeedDraft) => void): void {
  const aheadMs = useServerClock((clock) => clock.aheadMs);
  const [offered, offer] = useState(todayByServer);
  useEffect(() => {
    const today = dayOf(Date.now() - (aheadMs ?? 0));
    if (today === offered) return;
    setDraft((before) => (before.day === offered ? { ...before, day: today } : before));
    offer(today);
  }, [aheadMs, offered, setDraft]);
}

/**
 * The state of a form about one deed of one household.
 * @param villageId of whose committee one records, to count by the phone's pack without network
 */
export function useDeed(householdId: string | null, villageId: string | null = null): DeedForm {
  const [item, setItem] = useState<PointItem | null>(null);
  const [draft, setDraft] = useState(newDraft);
  const [carried, carry] = useState(false);
  useOfferedDay(setDraft);
  const allowance = useAllowance(householdId, item, draft.day, villageId);
  const points = item ? pointsOf(item, draft) : null;
  // What the phone kept may be old: it warns, and the cloud decides.
  const sameDay = allowance.isKept ? 0 : (allowance.value?.sameDay ?? 0);
  const repeat = item && repeatMissing(item, draft, sameDay);
  return {
    item,
    draft,
    // Photos, day and words stay: often only the item was the wrong one.
    pickItem: (next) => {
      carry(false);
      setItem(next);
      if (next) setDraft((before) => ({ ...before, units: 1, levelId: null }));
    },
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    fill: (told, next) => {
      setItem(told);
      setDraft(next);
    },
    allowance,
    points,
    missing: item ? (missingOf(item, draft) ?? repeat) : '先选做了什么。',
    carried,
    clearForNext: () => {
      setDraft(({ day }) => emptyDraft(day));
      carry(true);
    },
  };
}
