import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from '../cloud-client';
import { projectDirectory } from '../project-directory';

const movedDateFile = path.join(projectDirectory, 'local-cloud/functions', 'moved-date.cjs');
const phoneDayFile = path.join(__dirname, 'phone-day.cjs');

/** What a CommonJS file exports, as an expression for a browser: read as text, so that no loader
 * of this process has put anything of its own into it. */
async function exported(file: string, name: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  return `(() => { const module = {}; ${text}\nreturn module.exports.${name}; })()`;
}

/**
 * The app's first page with a clock that goes with the cloud's. Put in here, where the app is
 * served: nothing in what is built can move time.
 */
export async function pageOnCloudTime(distH5: string, cloudUrl: string): Promise<string> {
  const page = await readFile(path.join(distH5, 'index.html'), 'utf8');
  const { offsetMs } = await connect(cloudUrl).clock();
  const moveDate = await exported(movedDateFile, 'moveDate');
  const keepDay = await exported(phoneDayFile, 'keepDay');
  const script = `<script>${keepDay}(${moveDate},${offsetMs})</script>`;
  return page.replace('<head>', () => `<head>${script}`);
}
