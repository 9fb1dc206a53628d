import { listen } from '../../../local-cloud/server/listen';
import { plainApp } from './plain-table';

/**
 * The plain table behind local-cloud's own route, in a process of its own. Started with a folder;
 * prints its address as local-cloud does.
 */
async function main(): Promise<void> {
  const { port } = await listen(plainApp(process.argv[2] as string), 0);
  const said = { url: `http://127.0.0.1:${port}`, port, environment: {} };
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

process.on('SIGTERM', () => process.exit(0));
void main();
