const { readFileSync } = require('node:fs');

/** Of a clock tick, as Linux counts: it has been a hundredth for thirty years. */
const ticksPerSecond = 100;

/**
 * Seconds of processor time of this process and of all it started that have ended; null where the
 * system does not tell (only Linux does).
 * @returns {number | null}
 */
exports.processorSeconds = function processorSeconds() {
  try {
    const text = readFileSync('/proc/self/stat', 'utf8');
    // The name, in brackets, may hold spaces; utime, stime, cutime and cstime come behind it.
    const ticks = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15);
    return ticks.reduce((sum, each) => sum + Number(each), 0) / ticksPerSecond;
  } catch {
    return null;
  }
};
