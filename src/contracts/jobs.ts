import * as z from 'zod/mini';
import { contract } from './contract';
import * as f from './fields';

const done = z.object({ done: z.int(), left: z.int() });

/** Posts what stood on notice without an upheld objection; one written decision a village. */
export const closeNotices = contract({
  functionName: 'jobs',
  action: 'close-notices',
  title: '公示到期入账',
  kind: 'job',
  input: f.nothing,
  value: done,
  refusals: [],
});

export const expireOrders = contract({
  functionName: 'jobs',
  action: 'expire-orders',
  title: '过期兑换单退分',
  kind: 'job',
  input: f.nothing,
  value: done,
  refusals: [],
});

/** Spendable points past their last day. */
export const lapsePoints = contract({
  functionName: 'jobs',
  action: 'lapse-points',
  title: '到期积分失效',
  kind: 'job',
  input: f.nothing,
  value: done,
  refusals: [],
});

/** Merkle root over the account heads of each village, standings and totals of the quarter. */
export const sealDay = contract({
  functionName: 'jobs',
  action: 'seal-day',
  title: '每日留底',
  kind: 'job',
  input: f.nothing,
  value: done,
  refusals: [],
});

/** Every household's book from its first entry, and against the seals. */
export const verifyBooks = contract({
  functionName: 'jobs',
  action: 'verify-books',
  title: '每夜查账',
  kind: 'job',
  input: f.nothing,
  value: done,
  refusals: [],
});

/** The panels of what passed its check the day before. */
export const drawPanels = contract({
  functionName: 'jobs',
  action: 'draw-panels',
  title: '抽评议小组',
  kind: 'job',
  input: f.nothing,
  value: done,
  refusals: [],
});

/** Which of last month's records the supervisory committee looks at again. */
export const drawRechecks = contract({
  functionName: 'jobs',
  action: 'draw-rechecks',
  title: '抽上月要抽查的记录',
  kind: 'job',
  input: f.nothing,
  value: done,
  refusals: [],
});

/** What was asked to be erased, and what has outlived its purpose. */
export const eraseExpired = contract({
  functionName: 'jobs',
  action: 'erase-expired',
  title: '删除到期的个人信息',
  kind: 'job',
  input: f.nothing,
  value: done,
  refusals: [],
});

/** What waits too long shows to those it waits for, then to the village, then to the town. */
export const escalateTasks = contract({
  functionName: 'jobs',
  action: 'escalate-tasks',
  title: '超期的事往上报',
  kind: 'job',
  input: f.nothing,
  value: done,
  refusals: [],
});

/** Whoever still lies under an older key: as long as it is there, they are found by it too. */
export const movePersons = contract({
  functionName: 'jobs',
  action: 'move-persons',
  title: '换密钥以后,把人移到新密钥下',
  kind: 'job',
  input: f.nothing,
  value: done,
  refusals: [],
});

/** The one timer: runs what is due of the others. */
export const tick = contract({
  functionName: 'jobs',
  action: 'tick',
  title: '到点办该办的事',
  kind: 'job',
  input: f.nothing,
  value: done,
  refusals: [],
});
