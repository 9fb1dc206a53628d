import { openPage, rememberPage } from '../../../client/open-page';
import { useCommand } from '../../../client/use-command';
import { openActivityNotice } from '../../../contracts/activities';
import { dayInWords, dayOf } from '../../../domain/kernel/time';
import { noticeClosesAtMs } from '../../../domain/records/declare';
import { type FullActivity, offeredFor } from './together-step';

/** Puts the households that passed the review on one public notice. */
export function useNotice(full: FullActivity, onOpened: () => void) {
  const command = useCommand(openActivityNotice);
  const { villageId, activityId } = full;
  const open = offeredFor(full, 'open-notice');
  const nowMs = Date.now();
  const lastDay = dayInWords(dayOf(noticeClosesAtMs(nowMs) - 1), dayOf(nowMs));
  const publish = async () => {
    const isStillShown = rememberPage();
    const answer = await command.run({ activityId });
    if (!answer.ok) return;
    onOpened();
    if (!isStillShown()) return;
    const { noticeId } = answer.value;
    openPage(`/packages/work/notice/index?villageId=${villageId}&noticeId=${noticeId}`);
  };
  const { busy, error } = command;
  return { count: open.length, lastDay, publish, busy, error };
}
