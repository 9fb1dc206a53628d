import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { Cloud } from '../../../local-cloud';
import { isOfThisVersion } from '../../../src/domain/kernel/data-version';

/** The data of `npm start` in its folder; the secrets stay, and go along as a copy. */
const moved = ['cloud', 'seed.json'];
const copied = 'secrets.json';

function fits({ engine }: Cloud): boolean {
  const town = engine.get('towns', 'town');
  return town === null || isOfThisVersion(town);
}

/** A folder beside the data that nothing has yet: `before-2026-11-30`, `before-2026-11-30-2`. */
function freeFolder(folder: string, day: string): string {
  for (let time = 1; ; time += 1) {
    const name = time === 1 ? `before-${day}` : `before-${day}-${time}`;
    if (!existsSync(path.join(folder, name))) return path.join(folder, name);
  }
}

/**
 * Opens the cloud of a data folder. What another version of the program stored is moved aside
 * whole, nothing of it is lost, and the cloud is opened again, empty.
 * @param open starts the cloud that lies in `cloud` of the folder
 * @param onMoved is told where the older data lies now
 */
export async function openFitting(
  folder: string,
  day: string,
  open: () => Promise<Cloud>,
  onMoved: (aside: string) => void,
): Promise<Cloud> {
  const cloud = await open();
  if (fits(cloud)) return cloud;
  await cloud.stop();
  const aside = freeFolder(folder, day);
  mkdirSync(aside);
  const present = (name: string) => existsSync(path.join(folder, name));
  if (present(copied)) copyFileSync(path.join(folder, copied), path.join(aside, copied));
  for (const name of moved.filter(present)) {
    renameSync(path.join(folder, name), path.join(aside, name));
  }
  onMoved(aside);
  return open();
}
