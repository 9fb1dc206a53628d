import { checkEnvironment } from './check-environment';
import { readDeployOptions } from './command-line';
import { exitWith } from './exit';
import { prepare } from './prepare';

/** `npm run deploy-check -- --env ID`: reads everything back and names each difference. */
void exitWith(() => checkEnvironment(prepare(readDeployOptions(process.argv.slice(2)))));
