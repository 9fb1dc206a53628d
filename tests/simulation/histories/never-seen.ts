import { registry } from '../../../config/run/registry';
import { orderState } from '../../../src/contracts/exchange';
import { recordState } from '../../../src/contracts/points';
import type { Tally } from './history';
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
  // No item is closed to cadres.
  'points.record-deed item-not-for-you',
  // Nothing on a shelf costs less than the least an order may.
  'exchange.place-order below-minimum',
  // The town stands from the beginning and stays.
  'town.open-village town-not-founded',
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

/** What should happen over many histories and did not: actions, their refusals, endings. */
export function neverSeen(tally: Tally): string[] {
  const wanted = mutating.flatMap(({ functionName, action }) => {
    const name = `${functionName}.${action}`;
    return [`${name} ok`, ...refusalsOf(functionName, action).map((code) => `${name} ${code}`)];
  });
  const endings = [
    ...recordState.options.map((state) => `record ${state}`),
    ...orderState.options.map((state) => `order ${state}`),
  ];
  return [...wanted, ...endings].filter(
    (what) => !tally[what] && !madeElsewhere.has(what) && what !== 'town.found-town ok',
  );
}
