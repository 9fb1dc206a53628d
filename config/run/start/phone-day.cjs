'use strict';

/**
 * Runs in a phone before the app: days that pass in the cloud pass here too, and the phone then
 * wakes as after a pause: the shown page asks anew, and what was typed stays.
 * @param {(offsetMs: () => number) => void} moveDate
 * @param {number} startOffsetMs
 */
function keepDay(moveDate, startOffsetMs) {
  let offsetMs = startOffsetMs;
  moveDate(() => offsetMs);
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || data?.type !== 'phone-refresh') return;
    offsetMs = data.offsetMs;
    window.dispatchEvent(new Event('visibilitychange'));
  });
}

module.exports = { keepDay };
