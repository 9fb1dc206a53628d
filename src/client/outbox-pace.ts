import { whenOnline } from './network';
import { giveUpSending, sendOutbox, useOutbox } from './outbox';

const firstPauseMs = 5_000;
const longestPauseMs = 300_000;
/** WeChat ends every request of an app that has been in the background for longer. */
const cutOffAfterMs = 5_000;

let pauseMs = firstPauseMs;
let timer: ReturnType<typeof setTimeout> | null = null;
let hiddenAtMs: number | null = null;

function stopWaiting(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

/** What did not arrive is tried again after a while, a longer one each time. */
function plan(): void {
  const { items } = useOutbox.getState();
  const open = items.filter(({ state }) => state === 'waiting' || state === 'sending');
  if (open.length === 0) pauseMs = firstPauseMs;
  const failed = open.some(({ state, error }) => state === 'waiting' && error !== null);
  if (!failed || timer !== null || hiddenAtMs !== null) return;
  timer = setTimeout(() => {
    timer = null;
    sendOutbox();
  }, pauseMs);
  pauseMs = Math.min(pauseMs * 2, longestPauseMs);
}

function sendNow(): void {
  stopWaiting();
  pauseMs = firstPauseMs;
  sendOutbox();
}

/** Sends what waits whenever there is a reason to hope, for as long as the app is open. */
export function startOutbox(): void {
  useOutbox.subscribe(plan);
  whenOnline(() => {
    if (hiddenAtMs === null) sendNow();
  });
}

/** In the background nothing is sent; what is under way there may be cut off. */
export function restOutbox(): void {
  hiddenAtMs = Date.now();
  stopWaiting();
}

/** The app is shown: what was cut off meanwhile starts anew. */
export function wakeOutbox(): void {
  const cutOff = hiddenAtMs !== null && Date.now() - hiddenAtMs >= cutOffAfterMs;
  hiddenAtMs = null;
  if (cutOff) giveUpSending();
  sendNow();
}
