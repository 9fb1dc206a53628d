import { commonRefusals } from '../../src/contracts/refusals';
import { refuse } from '../../src/domain/kernel/refusal';
import type { CommandContext } from './define-action';
import type { Transaction } from './store/store';

/**
 * A command's id becomes the id of what it creates. Ids are seen by others, so somebody's command
 * may carry one that is taken: what stands there stays.
 * @throws Refusal `command-reused`
 */
export async function idIsFree(tx: Transaction, collection: string, id: string): Promise<void> {
  if (await tx.get(collection, id)) refuse('command-reused', commonRefusals['command-reused']);
}

/**
 * The same for what the command creates: where the id is taken the database turns the transaction
 * down, and only when it is tried again somebody looks why.
 * @throws Refusal `command-reused`
 */
export async function ownIdIsFree(
  { tx, commandId, again }: Pick<CommandContext<unknown>, 'tx' | 'commandId' | 'again'>,
  collection: string,
): Promise<void> {
  if (again) await idIsFree(tx, collection, commandId);
}
