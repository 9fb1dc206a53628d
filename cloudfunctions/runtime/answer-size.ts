/** A phone takes a megabyte of an answer; half of it is kept free for what a platform adds. */
export const longestAnswerBytes = 500_000;

/** A list without an end: our mistake, which the platform would answer by cutting the call off. */
export class AnswerTooLarge extends Error {
  override name = 'AnswerTooLarge';

  /** @param mayStand whether something was done that the answer was to tell of */
  constructor(readonly mayStand: boolean) {
    super('an answer is too large for a phone');
  }
}

/** @throws AnswerTooLarge */
export function mustFitAPhone(value: unknown, mayStand: boolean): void {
  const bytes = Buffer.byteLength(JSON.stringify(value ?? null));
  if (bytes > longestAnswerBytes) throw new AnswerTooLarge(mayStand);
}
