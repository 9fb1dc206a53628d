import { orderState } from '../../../src/contracts/exchange';
import { lifeEvent } from '../../../src/contracts/life';
import { recordState } from '../../../src/contracts/records';
import type { Faults } from './faults';
import { graceGiven, officeEnded, servedLater, type Tally } from './history';
import { choices, isJobOfHistories, type Known, mutating } from './rules';

/** Answers that need what a history does not do: other proofs make them, as the card says. */
const madeElsewhere = new Set(
  choices.flatMap(({ functionName, action, elsewhere = [] }) =>
    elsewhere.map((code) => `${functionName}.${action} ${code}`),
  ),
);

/** Those that histories do: by their cards people do the rest elsewhere, and the timer its jobs. */
const inHistories = [...choices, ...mutating.filter(isJobOfHistories)];

const refusalsOf = ({ refusals }: Known) => refusals.filter((code) => code !== 'private-number');

/** Rare, but a rule of the plan: it must have been tried. */
const occasions = [graceGiven, servedLater, officeEnded];

/** At rest none is left before a draw or on a notice, but for what was sent again last of all. */
const passedAtRest: ReadonlySet<string> = new Set(['waiting-draw', 'on-notice']);

/** What should happen over many histories and did not. */
export type NeverSeen = {
  /** Actions that were done, endings, occasions, and the faults that were asked for. */
  deeds: string[];
  refusals: string[];
};

export function neverSeen(tally: Tally, faults: Faults): NeverSeen {
  const done = inHistories.map(({ functionName, action }) => `${functionName}.${action} ok`);
  const refused = inHistories.flatMap((known) =>
    refusalsOf(known).map((code) => `${known.functionName}.${known.action} ${code}`),
  );
  const endings = [
    ...recordState.options.flatMap((state) => (passedAtRest.has(state) ? [] : [`record ${state}`])),
    ...orderState.options.map((state) => `order ${state}`),
    ...['cut', 'stays', 'ended'].map((state) => `link ${state}`),
    ...lifeEvent.shape.kind.options.map((kind) => `${kind} done`),
  ];
  const asked = Object.entries(faults).flatMap(([fault, rate]) => (rate > 0 ? [fault] : []));
  const unseen = (list: readonly string[]) =>
    list.filter((what) => !tally[what] && !madeElsewhere.has(what));
  return {
    deeds: unseen([...done, ...endings, ...occasions, ...asked]),
    refusals: unseen(refused),
  };
}

/** Histories after which each must have been seen; refusals need rarer meetings. */
const enoughForDeeds = 200;
const enoughForRefusals = 1000;

/** What is missing after so many histories that the run has failed. */
export function missing({ deeds, refusals }: NeverSeen, histories: number): string[] {
  return [
    ...(histories >= enoughForDeeds ? deeds : []),
    ...(histories >= enoughForRefusals ? refusals : []),
  ];
}
