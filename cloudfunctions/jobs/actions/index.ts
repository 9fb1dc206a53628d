import type { Action } from '../../runtime/define-action';
import { closeNotices } from './close-notices';
import { eraseExpired } from './erase-expired';
import { expireOrders } from './expire-orders';
import { lapsePoints } from './lapse-points';
import { sealDay } from './seal-day';

/** Each is started by the timer of its own name in config.json. */
export const actions: readonly Action[] = [
  closeNotices,
  expireOrders,
  lapsePoints,
  sealDay,
  eraseExpired,
];
