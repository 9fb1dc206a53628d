import { editionWords, refuseUnknownNotice } from '../../../src/domain/documents/print';
import { writePrintedText } from '../../../src/domain/documents/printed-text';
import { dayInWords, dayOf, wholeDayInWords } from '../../../src/domain/kernel/time';
import type { Village } from '../../../src/domain/people/types';
import { isWhole, linesOf } from '../../../src/domain/records/notice';
import type { Notice } from '../../../src/domain/records/types';
import { sealCode } from '../../../src/domain/seals/seal-code';
import { newestSeals } from '../../points/newest-seals';
import type { Secret } from '../../runtime/secret';
import type { Reader, Store } from '../../runtime/store/store';
import { giveCodes } from './give-codes';
import { subjectOf } from './subjects';
import type { NoticeSheetFacts } from './templates/notice-sheet';

/**
 * What stands on a notice, as a wall may show it to whoever passes: by number, without names; of
 * health matters not even whose it is (PIPL art. 25, 28).
 */
export function noticeContent(notice: Notice, village: Village) {
  const { noticeId, villageId, openedAtMs, closesAtMs } = notice;
  const standing = linesOf(notice).lines.filter(
    (line) => isWhole(line) && line.outcome === 'standing',
  );
  const facts = {
    villageName: village.name,
    from: wholeDayInWords(dayOf(openedAtMs)),
    to: wholeDayInWords(dayOf(closesAtMs)),
    lines: standing.map(({ householdHidden, householdNumber, itemName, day, points }) => ({
      ...{ household: householdHidden ? '不公开' : `${householdNumber}号户`, itemName },
      ...{ day: dayInWords(day), points },
    })),
  };
  return { facts, subject: subjectOf({ document: 'notice', villageId, noticeId }) };
}

async function newestSeal(read: Reader, villageId: string): Promise<NoticeSheetFacts['seal']> {
  const [seal] = await newestSeals(read, villageId, { limit: 1 });
  return seal ? { day: dayInWords(seal.day), code: sealCode(seal.hash) } : null;
}

/** A notice that runs, with its edition. @throws Refusal `notice-not-found` */
export async function loadNotice(
  noticeId: string,
  village: Village,
  given: { store: Store; secret: Secret; day: string; nowMs: number },
): Promise<NoticeSheetFacts> {
  const { store, day, nowMs } = given;
  const notice = await store.get<Notice>('notices', noticeId);
  const runs = notice?.villageId === village.villageId && notice.state === 'open';
  if (!runs || notice.closesAtMs <= nowMs) refuseUnknownNotice();
  const content = noticeContent(notice, village);
  const [edition] = await giveCodes([content], given);
  return {
    ...content.facts,
    seal: await newestSeal(store, village.villageId),
    printedOn: wholeDayInWords(day),
    edition: edition ? editionWords(edition) : '',
    qrText: edition ? writePrintedText(edition.checkCode) : '',
  };
}
