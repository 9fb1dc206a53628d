import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { points } from '../../src/contracts';
import { redoDraw } from '../../src/domain/records/redo-draw';
import { redoRecheck } from '../../src/domain/records/redo-recheck';
import { connect } from './cloud-client';
import { cloudAddressFile } from './cloud-options';
import { say } from './progress';
import { projectDirectory } from './project-directory';

const usage = [
  'npm run -s draw -- --record 记录编号 [--data data](先在另一个窗口 npm start)',
  'npm run -s draw -- --recheck 村编号 --month 2026-11 [--data data]',
].join('\n');
const options = {
  record: { type: 'string' },
  recheck: { type: 'string' },
  month: { type: 'string' },
  data: { type: 'string', default: 'data' },
} as const;

type Reading = ReturnType<ReturnType<typeof connect>['as']>;
type Again = { published: { drawDay: string | null }; redone: object | null; fits: boolean };

async function panelAgain(reader: Reading, recordId: string): Promise<Again> {
  const published = await reader.must(points.readDraw, { recordId });
  const redone = redoDraw(published);
  return { published, redone, fits: redone?.panelFits === true && redone.nightFits };
}

async function recheckAgain(
  reader: Reading,
  villageId: string,
  month: string | undefined,
): Promise<Again> {
  const published = await reader.must(points.readRecheck, { villageId, month });
  const redone = redoRecheck(published);
  return { published, redone, fits: redone?.drawFits === true && redone.nightFits };
}

/**
 * Makes a draw again from what everybody may read, without the cloud's help: of a record's panel,
 * or of what is looked at again of a village's month. Prints what was published and whether it
 * fits, and ends with 1 where it does not.
 */
async function main(): Promise<void> {
  const { record: recordId, recheck, month, data } = parseArgs({ options }).values;
  const address = path.join(path.resolve(projectDirectory, data), cloudAddressFile);
  if (!(recordId || recheck) || !existsSync(address)) {
    say(usage);
    process.exitCode = 1;
    return;
  }
  const reader = connect(readFileSync(address, 'utf8').trim()).as('reads-a-draw');
  const again = recordId
    ? await panelAgain(reader, recordId)
    : await recheckAgain(reader, recheck ?? '', month);
  const { published, redone, fits } = again;
  process.stdout.write(`${JSON.stringify({ ...published, redone }, null, 2)}\n`);
  if (!redone) say(`还没有抽:${published.drawDay} 早上抽,那时再来。`);
  else say(fits ? '和公布的一样。' : '对不上:请找村务监督委员会。');
  process.exitCode = fits ? 0 : 1;
}

main().catch((error: Error) => {
  say(error.message);
  process.exitCode = 1;
});
