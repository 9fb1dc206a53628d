'use strict';
// Watches over the workers of one cloud. A worker in an endless loop never notices that its cloud
// was killed; this process does, and ends it.

/** @type {Set<number>} */
const pids = new Set();

process.on('message', (/** @type {{ watch?: number, forget?: number }} */ { watch, forget }) => {
  if (watch !== undefined) pids.add(watch);
  if (forget !== undefined) pids.delete(forget);
});
process.on('disconnect', () => {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone by itself.
    }
  }
  process.exit();
});
// Signals to end may reach the whole process group; this one goes only after its cloud.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
