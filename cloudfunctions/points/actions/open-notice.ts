import { points } from '../../../src/contracts';
import { timerMover } from '../../../src/domain/records/move-record';
import { decideOpenNotice } from '../../../src/domain/records/notice';
import type { DeedRecord } from '../../../src/domain/records/types';
import { defineCommand } from '../../runtime/define-action';
import { ownIdIsFree } from '../../runtime/id-is-free';
import { loadRecord } from '../load';
import { saveRecord } from '../save-record';

export const openNotice = defineCommand({
  contract: points.openNotice,
  allow: [{ who: 'cadre', at: 'own-village' }],
  place: ({ input }) => ({ villageId: input.villageId }),
  async run(context) {
    const { input, tx, commandId, personId, nowMs } = context;
    await ownIdIsFree(context, 'notices');
    // One after the other: a transaction of the platform's database does not take them at once.
    const reviewed: DeedRecord[] = [];
    for (const recordId of new Set(input.recordIds)) reviewed.push(await loadRecord(tx, recordId));
    const mover = { ...timerMover, personId };
    const { notice, records } = decideOpenNotice(reviewed, {
      noticeId: commandId,
      villageId: input.villageId,
      mover,
      nowMs,
    });
    tx.create('notices', notice.noticeId, notice);
    for (const record of records) await saveRecord(context, record, null);
    const { noticeId, closesAtMs, lines } = notice;
    return { noticeId, closesAtMs, count: lines.length };
  },
});
