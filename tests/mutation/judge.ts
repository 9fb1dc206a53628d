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
  /** Broke the set-up of a test file, so that it did not load: they count neither way. */
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

/** What of `these` is left when each of `those` has taken one away that reads the same. */
function without<One extends Mutant>(these: readonly One[], those: readonly Mutant[]): One[] {
  const taken = new Map<string, number>();
  for (const key of those.map(keyOf)) taken.set(key, (taken.get(key) ?? 0) + 1);
  return these.filter((each) => {
    const left = taken.get(keyOf(each)) ?? 0;
    taken.set(keyOf(each), left - 1);
    return left <= 0;
  });
}

/** @param listed the entries of the list that lie where the results come from */
export function judge(results: readonly Result[], listed: readonly Listed[]): Verdict {
  const tally = tallyOf(results);
  const alive = results.filter(lives);
  const unexplained = without(alive, listed);
  return {
    tally,
    unexplained,
    struckOff: without(listed, alive),
    passed: unexplained.length === 0 && tally.scorePercent >= leastScorePercent,
  };
}
