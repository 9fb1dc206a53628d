import { actions as exchange } from '../../cloudfunctions/exchange/actions';
import { actions as jobs } from '../../cloudfunctions/jobs/actions';
import { actions as lists } from '../../cloudfunctions/lists/actions';
import { actions as people } from '../../cloudfunctions/people/actions';
import { actions as points } from '../../cloudfunctions/points/actions';
import type { Action } from '../../cloudfunctions/runtime/define-action';
import { actions as town } from '../../cloudfunctions/town/actions';
import { actions as wechat } from '../../cloudfunctions/wechat/actions';
import type { FunctionName } from '../../src/contracts/contract';

/** Every action of every function, as the functions themselves serve them. */
export const registry: Readonly<Record<FunctionName, readonly Action[]>> = {
  people,
  points,
  exchange,
  lists,
  town,
  wechat,
  jobs,
};
