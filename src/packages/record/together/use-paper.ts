import { useCall } from '../../../client/use-call';
import type { EnvelopeError, ValueOf } from '../../../contracts/contract';
import { findPrinted } from '../../../contracts/documents';
import type { Household } from './use-households';

type Sheet = NonNullable<ValueOf<typeof findPrinted>['sheet']>;

export type Paper = {
  sheet: Sheet | null;
  /** Why it cannot be recorded from. */
  problem: EnvelopeError | null;
};

const notToFillIn: EnvelopeError = {
  code: 'sheet-not-good',
  message: '这张单子不能照着记:是去年的、别的村的,或上面的事已经不记分了。请重新印一张。',
};

/** The page of a sheet that is recorded from, by its check code; nothing where none is asked. */
export function usePaper(checkCode: string | undefined, villageId: string): Paper {
  const { value, error } = useCall(findPrinted, checkCode ? { checkCode } : null);
  const sheet = value?.sheet?.villageId === villageId ? value.sheet : null;
  return { sheet, problem: error ?? (value && !sheet ? notToFillIn : null) };
}

/** Those that stand on the paper, in its order; all of them without one. */
export function onPaper(households: readonly Household[], sheet: Sheet | null): Household[] {
  if (!sheet) return [...households];
  const byId = new Map(households.map((each) => [each.householdId, each]));
  return sheet.householdIds.flatMap((id) => byId.get(id) ?? []);
}
