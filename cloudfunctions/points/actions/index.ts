import type { Action } from '../../runtime/define-action';
import { announcePhotos } from './announce-photos';
import { answerObjection } from './answer-objection';
import { checkRecord } from './check-record';
import { cosignRecord } from './cosign-record';
import { declareDeed } from './declare-deed';
import { listItems } from './list-items';
import { listRecords } from './list-records';
import { listSealAlarms } from './list-seal-alarms';
import { objectToRecord } from './object-to-record';
import { openNotice } from './open-notice';
import { readAccount } from './read-account';
import { readAllowance } from './read-allowance';
import { readBoard } from './read-board';
import { readRecord } from './read-record';
import { readStatement } from './read-statement';
import { recordDeed } from './record-deed';
import { redrawPanel } from './redraw-panel';
import { reviewRecord } from './review-record';
import { settleSealAlarm } from './settle-seal-alarm';
import { stepAside } from './step-aside';
import { verifyAccount } from './verify-account';
import { withdrawRecord } from './withdraw-record';

export const actions: readonly Action[] = [
  listItems,
  readAllowance,
  announcePhotos,
  declareDeed,
  recordDeed,
  withdrawRecord,
  checkRecord,
  cosignRecord,
  reviewRecord,
  stepAside,
  redrawPanel,
  openNotice,
  objectToRecord,
  answerObjection,
  listRecords,
  readRecord,
  readAccount,
  readStatement,
  verifyAccount,
  listSealAlarms,
  settleSealAlarm,
  readBoard,
];
