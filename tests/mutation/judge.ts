import { keyOf, type Listed, type Mutant } from './survivors';

/** A directory whose tests must kill at least this share of its mutants, in percent. */
export const leastScorePercent = 90;

export type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | string;
export type Result = Mutant & { status: Status };

export type Tally = {
  mutants: number;
  killed: number;
  timeout: number;
  survived: number;
  withoutCover: number;
  /** Could not be run at all; they count neither way. */
  errors: number;
  scorePercent: number;
};

const lives = ({ status }: Result) => status === 'Survived' || status === 'NoCoverage';

/** Counts as Stryker does: what was detected of what could be run. */
export function tallyOf(results: readonly Result[]): Tally {
  const count = (status: Status) => results.filter((result) => result.status === status).length;
  const [killed, timeout] = [count('Killed'), count('Timeout')];
  const [survived, withoutCover] = [count('Survived'), count('NoCoverage')];
  const valid = killed + timeout + survived + withoutCover;
  return {
    ...{ mutants: results.length, killed, timeout, survived, withoutCover },
    errors: results.length - valid,
    scorePercent: valid === 0 ? 0 : ((killed + timeout) / valid) * 100,
  };
}

export type Verdict = {
  tally: Tally;
  /** Survivors that no reason excuses. */
  unexplained: Mutant[];
  /** Entries of the list that did not survive this time. */
  struckOff: Mutant[];
  passed: boolean;
};

/** @param listed the entries of the list that lie where the results come from */
export function judge(results: readonly Result[], listed: readonly Listed[]): Verdict {
  const tally = tallyOf(results);
  const excused = new Set(listed.map(keyOf));
  const alive = new Set(results.filter(lives).map(keyOf));
  const unexplained = results.filter((each) => lives(each) && !excused.has(keyOf(each)));
  return {
    tally,
    unexplained,
    struckOff: listed.filter((each) => !alive.has(keyOf(each))),
    passed: unexplained.length === 0 && tally.scorePercent >= leastScorePercent,
  };
}
