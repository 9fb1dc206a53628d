import { connect } from './cloud-api';
import { readDeployOptions } from './command-line';
import { confirm } from './confirm';
import { findCredentials } from './credentials';
import { exitWith } from './exit';
import { sweepStorage } from './sweep-storage';

/** `npm run sweep -- --env ID`: deletes uploads that nobody handed in. */
void exitWith(async () => {
  const options = readDeployOptions(process.argv.slice(2));
  const api = connect({ ...options, credentials: findCredentials(process.env) });
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  return sweepStorage({ api, nowMs: Date.now(), say, confirm }, options);
});
