import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from './durable-file';
import { FolderRefused } from './engine';
import { readJsonFile } from './json-file';

/** The time that the database and the functions see: real time plus an offset that only grows. */
export type Clock = {
  nowMs(): number;
  offsetMs(): number;
  /** Moves on to the given instant (epoch ms); an instant already past changes nothing. */
  moveTo(instantMs: number): void;
};

const FILE_NAME = 'clock.json';
const KEYS = 'offsetMs checksum';

/** One flipped bit in the offset would be another day, and nobody would see it. */
function checksumOf(offsetMs: unknown): string {
  return createHash('sha256').update(String(offsetMs)).digest('hex').slice(0, 16);
}

function readKeptOffset(directory: string): number | null {
  const path = join(directory, FILE_NAME);
  if (!existsSync(path)) return null;
  const refusal = new FolderRefused(`数据目录里的 ${FILE_NAME} 已损坏,请从备份恢复这个文件。`);
  let kept: Record<string, unknown>;
  try {
    kept = Object(readJsonFile(path)) as Record<string, unknown>;
  } catch {
    throw refusal;
  }
  const { offsetMs, checksum } = kept;
  // Files of before the checksum hold the offset and nothing else.
  const keys = Object.keys(kept).join(' ');
  const sound = keys === 'offsetMs' || (keys === KEYS && checksum === checksumOf(offsetMs));
  if (!sound || typeof offsetMs !== 'number' || !Number.isSafeInteger(offsetMs)) throw refusal;
  return offsetMs;
}

function keepOffset(directory: string, offsetMs: number): void {
  const kept = { offsetMs, checksum: checksumOf(offsetMs) };
  writeDurably(join(directory, FILE_NAME), JSON.stringify(kept));
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
      // Kept first: where the disk refuses, the clock stays where it was.
      if (directory !== null) keepOffset(directory, offsetMs + stepMs);
      offsetMs += stepMs;
    },
  };
}
