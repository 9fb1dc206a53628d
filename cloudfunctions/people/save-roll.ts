import { namesPerPage } from '../../src/contracts/limits';
import { waitingMessage } from '../../src/domain/messages/moved';
import type { Roll, RollLine, RollPage } from '../../src/domain/people/rolls/types';
import { rollTask } from '../../src/domain/tasks/roll-task';
import { partsOf } from '../runtime/parts-of';
import type { Transaction } from '../runtime/store/store';
import { type Moving, writeMessage } from '../runtime/write-message';
import { writeTask } from '../runtime/write-task';
import { pageIdOf } from './rolls/load';

/** Lines in documents of so many; a whole roll would be read for each of its lines. */
export const pagesOf = (lines: readonly RollLine[]) => partsOf(lines, namesPerPage);

/** Written once, with the roll itself. */
export function createPages(
  { rollId, villageId, proposed }: Roll,
  lines: readonly RollLine[],
  tx: Transaction,
): void {
  for (const [page, part] of pagesOf(lines).entries()) {
    const pageId = pageIdOf(rollId, page);
    const { atMs } = proposed;
    const written: RollPage = { pageId, rollId, villageId, page, lines: part, atMs };
    tx.create('roll-pages', pageId, written);
  }
}

/** Of a roll that came to nothing no name is kept. */
export function removePages({ rollId, pages }: Pick<Roll, 'rollId' | 'pages'>, tx: Transaction) {
  for (let page = 0; page < pages; page += 1) tx.remove('roll-pages', pageIdOf(rollId, page));
}

/** Writes a roll with whom it waits for. */
export function saveRoll(moving: Moving, roll: Roll): void {
  const { tx, nowMs } = moving;
  tx.set('rolls', roll.rollId, roll);
  const task = rollTask(roll, nowMs);
  writeTask(tx, 'roll', roll.rollId, task);
  writeMessage(moving, waitingMessage(task));
}
