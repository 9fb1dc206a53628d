import { refuse } from '../kernel/refusal';
import { dayMs } from '../kernel/time';
import { oneMore } from './attempts';
import { retentionDays } from './retention';
import type { Attempts, Upload } from './types';

/** Photos that one person may announce in a day: sixty deeds with five each. */
export const photosPerDay = 300;

/** How long an upload may lie that nobody hands in. */
const keptDays = { photo: retentionDays.uploadedPhoto, register: retentionDays.abandonedFile };

const inOneWord = (path: string) => path.replaceAll('/', '.');

/** A photo is announced under its person: nobody claims what another one uploaded. */
export function photoUploadId(personId: string, path: string): string {
  return `${personId}.${inOneWord(path)}`;
}

/** A register is the town's: another of its administrators may look at it and take it in. */
export function registerUploadId(path: string): string {
  return `town.${inOneWord(path)}`;
}

export function announced(
  kind: keyof typeof keptDays,
  path: string,
  personId: string,
  nowMs: number,
): Upload {
  return { townId: 'town', path, personId, untilMs: nowMs + keptDays[kind] * dayMs };
}

/**
 * Counts the photos that somebody announces in a day: storage knows no limit of its own.
 * @throws Refusal `too-many-photos`
 */
export function countPhotos(before: Attempts | null, photos: number, nowMs: number): Attempts {
  const counted = oneMore(before, nowMs, photos);
  if (counted.tries > photosPerDay) {
    refuse(
      'too-many-photos',
      `一个人一天最多传 ${photosPerDay} 张照片,今天的用完了。请明天再交,照片留在手机里。`,
    );
  }
  return counted;
}
