/** How often what goes wrong; each 0 to 1. */
export type Faults = {
  requestLost: number;
  duplicated: number;
  /** Lost after the commit: the phone does not know. */
  answerLost: number;
  /** A commit that the database turns down although nobody else wrote. */
  conflict: number;
  /** A request to the database that the platform turns away, or whose answer is lost. */
  platform: number;
  /** A commit whose answer is lost; it may stand or not. */
  commitUnclear: number;
  /** The function stops for good at some call of its store. */
  killed: number;
  /** A job stands still for longer than its run is its own, and another comes meanwhile. */
  overtaken: number;
  /** An old request is sent again, days later, as an outbox does. */
  replayed: number;
  /** Phone clocks go wrong by up to this many minutes either way. */
  clockSkewMinutes: number;
};

export const noFaults: Faults = {
  requestLost: 0,
  duplicated: 0,
  answerLost: 0,
  conflict: 0,
  platform: 0,
  commitUnclear: 0,
  killed: 0,
  overtaken: 0,
  replayed: 0,
  clockSkewMinutes: 0,
};

/** The worst the programme is built for. */
export const defaultFaults: Faults = {
  requestLost: 0.3,
  duplicated: 0.5,
  answerLost: 0.3,
  conflict: 0.3,
  platform: 0.02,
  commitUnclear: 0.1,
  killed: 0.1,
  overtaken: 0.3,
  replayed: 0.1,
  clockSkewMinutes: 10,
};

/** @throws Error naming what is wrong with a file's rates */
export function parseFaults(text: string): Faults {
  const given = JSON.parse(text) as Record<string, unknown>;
  const faults = { ...noFaults };
  for (const [name, rate] of Object.entries(given)) {
    if (!(name in faults)) throw new Error(`no such fault: ${name}`);
    const most = name === 'clockSkewMinutes' ? 60 : 1;
    if (typeof rate !== 'number' || rate < 0 || rate > most) {
      throw new Error(`${name} must be a number from 0 to ${most}`);
    }
    faults[name as keyof Faults] = rate;
  }
  return faults;
}
