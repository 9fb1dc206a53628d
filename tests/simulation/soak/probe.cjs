'use strict';
// Put into the cloud's process by a flag: tells on request how much memory it holds and how long
// its event loop was kept waiting since it was last asked.
const { monitorEventLoopDelay } = require('node:perf_hooks');

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

process.on('message', (/** @type {{ collect?: boolean }} */ { collect }) => {
  // The part of the heap that is really held shows only after a collection.
  if (collect) for (let turn = 0; turn < 3; turn += 1) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const milliseconds = (/** @type {number} */ nanoseconds) => nanoseconds / 1e6;
  process.send?.({
    residentBytes: rss,
    heldBytes: heapUsed + external,
    delayP50Ms: milliseconds(delay.percentile(50)),
    delayP99Ms: milliseconds(delay.percentile(99)),
    delayMaximumMs: milliseconds(delay.max),
  });
  delay.reset();
});
