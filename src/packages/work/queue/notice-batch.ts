import { useState } from 'react';
import { openPage, rememberPage } from '../../../client/open-page';
import { useCommand } from '../../../client/use-command';
import type { RecordLineOf } from '../../../components/record-line';
import { mostOnANotice } from '../../../contracts/limits';
import { openNotice } from '../../../contracts/records';

/**
 * Which records go on the next notice: all that are shown and fit, unless one is left out. What
 * many did together goes on one from its own page.
 */
export function chosenForNotice(
  rows: readonly RecordLineOf[],
  leftOut: ReadonlySet<string>,
): RecordLineOf[] {
  return rows
    .filter(({ activityId, recordId }) => activityId === null && !leftOut.has(recordId))
    .slice(0, mostOnANotice);
}

/** The choice of records and the act of putting them on notice. */
export function useNoticeBatch(
  villageId: string | null,
  rows: readonly RecordLineOf[],
  onOpened: () => void,
) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const command = useCommand(openNotice);
  const chosen = chosenForNotice(rows, leftOut);

  const toggle = (recordId: string) => {
    const next = new Set(leftOut);
    if (!next.delete(recordId)) next.add(recordId);
    setLeftOut(next);
  };
  const open = async () => {
    if (villageId === null) return;
    const recordIds = chosen.map((record) => record.recordId);
    const isStillShown = rememberPage();
    const answer = await command.run({ villageId, recordIds });
    if (!answer.ok) return;
    setAsking(false);
    onOpened();
    if (!isStillShown()) return;
    const query = `villageId=${villageId}&noticeId=${answer.value.noticeId}`;
    openPage(`/packages/work/notice/index?${query}`);
  };
  const ask = (wanted: boolean) => {
    command.clearError();
    setAsking(wanted);
  };
  return { chosen, toggle, asking, ask, open, busy: command.busy, error: command.error };
}

export type NoticeBatch = ReturnType<typeof useNoticeBatch>;
