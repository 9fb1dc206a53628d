import type { Action } from '../../runtime/define-action';
import { announcePhotos } from './announce-photos';
import { answerObjection } from './answer-objection';
import { answerReversal } from './answer-reversal';
import { checkActivity } from './check-activity';
import { checkRecord } from './check-record';
import { cosignRecord } from './cosign-record';
import { declareDeed } from './declare-deed';
import { listItems } from './list-items';
import { listRecords } from './list-records';
import { listSealAlarms } from './list-seal-alarms';
import { listSeals } from './list-seals';
import { listUses } from './list-uses';
import { objectToRecord } from './object-to-record';
import { openActivityNotice } from './open-activity-notice';
import { openNotice } from './open-notice';
import { proposeReversal } from './propose-reversal';
import { readAccount } from './read-account';
import { readActivity } from './read-activity';
import { readAllowance } from './read-allowance';
import { readBoard } from './read-board';
import { readDraw } from './read-draw';
import { readRecheck } from './read-recheck';
import { readRecord } from './read-record';
import { readStatement } from './read-statement';
import { recheckRecord } from './recheck-record';
import { recordActivity } from './record-activity';
import { recordDeed } from './record-deed';
import { redrawPanel } from './redraw-panel';
import { reviewActivity } from './review-activity';
import { reviewRecord } from './review-record';
import { settleSealAlarm } from './settle-seal-alarm';
import { stepAside } from './step-aside';
import { verifyAccount } from './verify-account';
import { verifyVillage } from './verify-village';
import { withdrawActivity } from './withdraw-activity';
import { withdrawRecord } from './withdraw-record';

export const actions: readonly Action[] = [
  listItems,
  readAllowance,
  listUses,
  announcePhotos,
  declareDeed,
  recordDeed,
  recordActivity,
  withdrawRecord,
  withdrawActivity,
  checkRecord,
  checkActivity,
  cosignRecord,
  reviewRecord,
  reviewActivity,
  stepAside,
  redrawPanel,
  openNotice,
  openActivityNotice,
  objectToRecord,
  answerObjection,
  proposeReversal,
  answerReversal,
  recheckRecord,
  listRecords,
  readDraw,
  readRecheck,
  readRecord,
  readActivity,
  readAccount,
  readStatement,
  verifyAccount,
  verifyVillage,
  listSeals,
  listSealAlarms,
  settleSealAlarm,
  readBoard,
];
