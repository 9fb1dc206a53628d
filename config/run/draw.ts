import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { points } from '../../src/contracts';
import { redoDraw } from '../../src/domain/records/redo-draw';
import { connect } from './cloud-client';
import { cloudAddressFile } from './cloud-options';
import { say } from './progress';
import { projectDirectory } from './project-directory';

const usage = 'npm run -s draw -- --record 记录编号 [--data data](先在另一个窗口 npm start)';
const options = {
  record: { type: 'string' },
  data: { type: 'string', default: 'data' },
} as const;

/**
 * Makes a record's draw again from what everybody may read, without the cloud's help: prints what
 * was published and whether it fits, and ends with 1 where it does not.
 */
async function main(): Promise<void> {
  const { record: recordId, data } = parseArgs({ options }).values;
  const address = path.join(path.resolve(projectDirectory, data), cloudAddressFile);
  if (!recordId || !existsSync(address)) {
    say(usage);
    process.exitCode = 1;
    return;
  }
  const reader = connect(readFileSync(address, 'utf8').trim()).as('reads-a-draw');
  const published = await reader.must(points.readDraw, { recordId });
  const redone = redoDraw(published);
  const fits = redone?.panelFits === true && redone.nightFits;
  process.stdout.write(`${JSON.stringify({ ...published, redone }, null, 2)}\n`);
  if (!redone) say(`还没有抽:${published.drawDay} 早上抽,那时再来。`);
  else say(fits ? '和公布的一样。' : '对不上:请找村务监督委员会。');
  process.exitCode = fits ? 0 : 1;
}

main().catch((error: Error) => {
  say(error.message);
  process.exitCode = 1;
});
