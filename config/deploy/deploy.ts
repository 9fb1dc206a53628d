import { readDeployOptions } from './command-line';
import { confirm } from './confirm';
import { deployEnvironment } from './deploy-environment';
import { exitWith } from './exit';
import { prepare } from './prepare';

/** `npm run deploy -- --env ID`: collections, indexes, rules, functions and timers, by command. */
void exitWith(async () => {
  const options = readDeployOptions(process.argv.slice(2));
  return deployEnvironment({ ...prepare(options), confirm, settleMs: 5000 }, options);
});
