import type { Contract } from './contract';
import * as exchange from './exchange';
import * as jobs from './jobs';
import * as ledger from './ledger';
import * as lists from './lists';
import * as people from './people';
import * as records from './records';
import * as scheme from './scheme';
import * as seals from './seals';
import * as town from './town';
import * as wechat from './wechat';

/** What the function `points` answers to, from the rooms it serves. */
const points = { ...scheme, ...records, ...ledger, ...seals };

export { exchange, jobs, lists, people, points, town, wechat };

function contractsOf(module: Record<string, unknown>): Contract[] {
  return Object.values(module).filter(
    (value): value is Contract =>
      typeof value === 'object' && value !== null && 'functionName' in value && 'action' in value,
  );
}

/** Every contract there is, in the order of the files. */
export const allContracts: readonly Contract[] = [
  people,
  points,
  exchange,
  lists,
  town,
  wechat,
  jobs,
].flatMap(contractsOf);
