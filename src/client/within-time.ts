/** Nothing came in the time it was given; what was asked may still be done. */
export class NoAnswer extends Error {}

/** As `answer`, but rejects with `NoAnswer` after so many milliseconds. */
export function withinTime<Value>(answer: Promise<Value>, milliseconds: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer('no answer in time')), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
