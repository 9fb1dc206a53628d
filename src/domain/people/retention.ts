import { dayMs } from '../kernel/time';

/**
 * How long what is about a person is kept once its purpose is reached (PIPL art. 19, 47): as short
 * as the purpose allows. All of it in days; the nightly job `erase-expired` keeps to it.
 */
export const retentionDays = {
  /**
   * Photos, note and place of a record, counted from the recording: notice (5 days), objection and
   * answer are over within a month; a quarter's public accounts and a complaint about them within
   * two quarters. A record nobody decided on by then is decided on without them.
   */
  evidence: 180,
  /** A join request once answered: time to ask back why. */
  answeredJoin: 30,
  /** A join request nobody answers: whoever asked has long asked elsewhere. */
  unansweredJoin: 90,
  /** A life event nobody answers: who was to be entered is not kept on for it. */
  unansweredEvent: 90,
  /** A roll nobody confirms: who was to stand on it is not kept on for it. */
  unansweredRoll: 90,
  /** A code of an invitation that nobody used: whoever wanted to has asked for another. */
  invitation: 30,
  /** Guesses count for one day and protect nothing the day after. */
  attempts: 1,
  /** A photo that was uploaded and not handed in: an outbox sends it anew after that. */
  uploadedPhoto: 1,
  /** The register's file once it is in: time to look at what was imported. */
  importedFile: 1,
  /** The file of an import that was cut off and never taken up again. */
  abandonedFile: 7,
  /** A printed file that waits for the phone: it can be printed again at any time. */
  printedFile: 1,
  /** What was to be told outside the app and could not be: nobody wants to hear it any later. */
  message: 3,
} as const;

/** The instant before which a thing of this kind has outlived its purpose, epoch milliseconds. */
export function keptSinceMs(kind: keyof typeof retentionDays, nowMs: number): number {
  return nowMs - retentionDays[kind] * dayMs;
}
