import { registry } from '../../../config/run/registry';
import { orderState } from '../../../src/contracts/exchange';
import { recordState } from '../../../src/contracts/records';
import type { Faults } from './faults';
import { graceGiven, servedLater, type Tally } from './history';
import { mutating } from './rules';

/** Refusals that need what a history does not do: other proofs make them. */
const madeElsewhere = new Set([
  // Matters, registers and texts are taken as they are; tests/actions and tests/security try them.
  ...['lists.publish-matter basis-unchecked', 'lists.publish-matter chart-broken'],
  ...['lists.publish-matter certificate-not-allowed', 'lists.publish-matter village-not-found'],
  ...['town.import-register file-too-large', 'town.import-register file-not-spreadsheet'],
  ...['town.import-register formula-cell', 'town.import-register too-many-rows'],
  'town.import-register register-has-problems',
  // Only the committee's records are co-signed, and no supervisor is of the committee or near it.
  ...['points.cosign-record own-household', 'points.cosign-record near-relative'],
  'points.cosign-record recorder-may-not-decide',
  // A keeper of one shop seldom holds the code of another; tests/actions/exchange tries it.
  'exchange.open-pickup other-shop',
  // No item is closed to cadres.
  'points.record-deed item-not-for-you',
  // Nothing on a shelf costs less than the least an order may.
  'exchange.place-order below-minimum',
  // The town stands from the beginning and stays.
  ...['town.found-town ok', 'town.open-village town-not-founded'],
  // Guessing on and on is the proof of guess limits.
  ...['people.join too-many-tries', 'town.found-town too-many-tries'],
]);

function refusalsOf(functionName: string, action: string): readonly string[] {
  const actions = Object.values(registry).flat();
  const found = actions.find(
    ({ contract }) => contract.functionName === functionName && contract.action === action,
  );
  return (found?.contract.refusals ?? []).filter((code) => code !== 'private-number');
}

/** Rare, but a rule of the plan: it must have been tried. */
const occasions = [graceGiven, servedLater];

/** What should happen over many histories and did not. */
export type NeverSeen = {
  /** Actions that were done, endings, occasions, and the faults that were asked for. */
  deeds: string[];
  refusals: string[];
};

export function neverSeen(tally: Tally, faults: Faults): NeverSeen {
  const done = mutating.map(({ functionName, action }) => `${functionName}.${action} ok`);
  const refused = mutating.flatMap(({ functionName, action }) =>
    refusalsOf(functionName, action).map((code) => `${functionName}.${action} ${code}`),
  );
  const endings = [
    // At rest nothing is left on a notice, but for what was sent again last of all.
    ...recordState.options.flatMap((state) => (state === 'on-notice' ? [] : [`record ${state}`])),
    ...orderState.options.map((state) => `order ${state}`),
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
