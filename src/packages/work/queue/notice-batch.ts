import { useState } from 'react';
import { toggled } from '../../../client/changed';
import { openPage, rememberPage } from '../../../client/open-page';
import { useCommand } from '../../../client/use-command';
import type { RecordLineOf } from '../../../components/record-line';
import { mostOnANotice } from '../../../contracts/limits';
import { openNotice } from '../../../contracts/records';

/**
 * Which records may go on the next notice together: those that are shown and fit. What many did
 * together goes on one from its own page.
 */
function fitForNotice(rows: readonly RecordLineOf[]): RecordLineOf[] {
  return rows.filter(({ activityId }) => activityId === null).slice(0, mostOnANotice);
}

/** The choice of records and the act of putting them on notice. */
export function useNoticeBatch(
  villageId: string | null,
  rows: readonly RecordLineOf[],
  onOpened: () => void,
) {
  // Nothing is chosen for anybody: a notice cannot be taken back.
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const command = useCommand(openNotice);
  const fit = fitForNotice(rows);
  const chosen = fit.filter(({ recordId }) => picked.has(recordId));

  const toggle = (recordId: string) => setPicked((before) => toggled(before, recordId));
  const pickAll = () => setPicked(new Set(fit.map(({ recordId }) => recordId)));
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
  const { busy, error } = command;
  return { fit, chosen, toggle, pickAll, asking, ask, open, busy, error };
}

export type NoticeBatch = ReturnType<typeof useNoticeBatch>;
