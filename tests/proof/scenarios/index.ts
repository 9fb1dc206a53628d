import type { FunctionName } from '../../../src/contracts/contract';
import { exchangeScenarios } from './exchange';
import { jobsScenarios } from './jobs';
import { listsScenarios } from './lists';
import { peopleScenarios } from './people';
import { pointsScenarios } from './points';
import type { Scenarios } from './scenario';
import { townScenarios } from './town';
import { wechatScenarios } from './wechat';

export { type Call, type Scenario, send } from './scenario';

/**
 * One call that succeeds for every action there is. The proofs that go through all actions — crash
 * points, exactly once, authority, fuzz, costs — start from it, and a test compares it with the
 * registry: an action without its scenario fails the run.
 */
export const scenarios: Readonly<Record<FunctionName, Scenarios>> = {
  people: peopleScenarios,
  points: pointsScenarios,
  exchange: exchangeScenarios,
  lists: listsScenarios,
  town: townScenarios,
  wechat: wechatScenarios,
  jobs: jobsScenarios,
};
