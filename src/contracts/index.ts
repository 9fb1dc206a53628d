import type { Contract } from './contract';
import * as exchange from './exchange';
import * as jobs from './jobs';
import * as lists from './lists';
import * as people from './people';
import * as points from './points';
import * as town from './town';
import * as wechat from './wechat';

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
