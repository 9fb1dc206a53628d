import { refuse } from '../kernel/refusal';
import { decideOpenNotice } from './notice';
import type { DeedRecord, Notice } from './types';

type Command = Parameters<typeof decideOpenNotice>[1];

/**
 * Puts some more reviewed records of one activity on its notice; the first of them open it. Each
 * line stands for its whole five days: what comes on a later day goes on a notice of its own.
 * @param notice what was put on it before; null where nothing was
 * @throws Refusal `other-village`, `wrong-state`
 */
export function decideMoreOnNotice(
  notice: Notice | null,
  records: readonly DeedRecord[],
  command: Command,
): { notice: Notice; records: DeedRecord[] } {
  const opened = decideOpenNotice(records, command);
  if (!notice) return opened;
  if (notice.closesAtMs !== opened.notice.closesAtMs) {
    refuse('wrong-state', '这份公示前一天就开始了,不能再加。剩下的户请再点一次公示,另开一份。');
  }
  const lines = [...notice.lines, ...opened.notice.lines];
  return { notice: { ...notice, state: 'open', toPost: true, lines }, records: opened.records };
}
