import type { Action } from '../../runtime/define-action';
import { closeNotices } from './close-notices';
import { drawPanels } from './draw-panels';
import { drawRechecks } from './draw-rechecks';
import { eraseExpired } from './erase-expired';
import { escalateTasks } from './escalate-tasks';
import { expireOrders } from './expire-orders';
import { lapsePoints } from './lapse-points';
import { movePersons } from './move-persons';
import { sealDay } from './seal-day';
import { tick } from './tick';
import { verifyBooks } from './verify-books';

/** The timer fires `tick`, which runs the others as they are due. */
export const actions: readonly Action[] = [
  closeNotices,
  expireOrders,
  lapsePoints,
  sealDay,
  verifyBooks,
  drawPanels,
  drawRechecks,
  eraseExpired,
  escalateTasks,
  movePersons,
  tick,
];
