import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile } from './json-file';

/** The time that the database and the functions see: real time plus an offset that only grows. */
export type Clock = {
  nowMs(): number;
  offsetMs(): number;
  /** Moves on to the given instant (epoch ms); an instant already past changes nothing. */
  moveTo(instantMs: number): void;
};

const FILE_NAME = 'clock.json';

function readKeptOffset(directory: string): number | null {
  const path = join(directory, FILE_NAME);
  if (!existsSync(path)) return null;
  const { offsetMs } = readJsonFile(path) as { offsetMs?: unknown };
  if (typeof offsetMs !== 'number' || !Number.isSafeInteger(offsetMs)) {
    throw new Error(`数据目录里的 ${FILE_NAME} 已损坏,请从备份恢复。`);
  }
  return offsetMs;
}

function keepOffset(directory: string, offsetMs: number): void {
  const path = join(directory, FILE_NAME);
  writeFileSync(`${path}.new`, JSON.stringify({ offsetMs }));
  renameSync(`${path}.new`, path);
}

/**
 * Opens the clock of a data folder (null: not kept). A kept offset is never reduced: the instants
 * already written to the database must stay in the past.
 * Throws when the kept file is damaged.
 */
export function openClock(directory: string | null, wantedOffsetMs = 0): Clock {
  const keptMs = directory === null ? null : readKeptOffset(directory);
  let offsetMs = keptMs === null ? wantedOffsetMs : Math.max(keptMs, wantedOffsetMs);
  const nowMs = () => Date.now() + offsetMs;
  return {
    nowMs,
    offsetMs: () => offsetMs,
    moveTo(instantMs) {
      const stepMs = Math.ceil(instantMs - nowMs());
      if (stepMs <= 0) return;
      offsetMs += stepMs;
      if (directory !== null) keepOffset(directory, offsetMs);
    },
  };
}
