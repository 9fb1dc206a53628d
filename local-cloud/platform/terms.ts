/**
 * What the environment was bought with and how far away it is. Null: no such limit. Numbers of
 * small packages, by CloudBase's own pages: 20 to 30 connections, 30 requests a second, 50 000
 * reads and 30 000 writes a day.
 */
export type Terms = {
  /** How long each request of a function is on its way. */
  latencyMs: number;
  /** Requests to the database, storage and functions that may be under way at once. */
  connections: number | null;
  requestsPerSecond: number | null;
  /** Of the database, counted anew each day of +08:00. */
  readsPerDay: number | null;
  writesPerDay: number | null;
  /** The package is used up: nothing is served until it is renewed. */
  isolated: boolean;
  /** What a phone may send to a function, and get back, in bytes. */
  phoneRequestBytes: number | null;
  phoneAnswerBytes: number | null;
};

export const usualTerms: Readonly<Terms> = {
  latencyMs: 0,
  connections: null,
  requestsPerSecond: null,
  readsPerDay: null,
  writesPerDay: null,
  isolated: false,
  phoneRequestBytes: 100 * 1024,
  phoneAnswerBytes: 1024 * 1024,
};

/** A small package, and a function that is some way from its database. */
export const smallPackage: Readonly<Terms> = {
  ...usualTerms,
  latencyMs: 60,
  connections: 20,
  requestsPerSecond: 30,
  readsPerDay: 50_000,
  writesPerDay: 30_000,
};

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/**
 * Reads terms out of JSON; what it does not name is left as it is.
 * @throws RangeError that names what is unknown or no such number
 */
export function readTerms(value: unknown): Partial<Terms> {
  if (typeof value !== 'object' || value === null) throw new RangeError('terms are an object');
  for (const [name, given] of Object.entries(value)) {
    if (!(name in usualTerms)) throw new RangeError(`no such term: ${name}`);
    const limited = name !== 'latencyMs' && name !== 'isolated';
    const fits = name === 'isolated' ? typeof given === 'boolean' : isCount(given);
    if (!fits && !(limited && given === null)) throw new RangeError(`${name} is wrong: ${given}`);
  }
  return value as Partial<Terms>;
}
