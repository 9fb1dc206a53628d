import type { Actor } from '../../config/run/cloud-client';
import { town } from '../../src/contracts';
import type { InputOf } from '../../src/contracts/contract';

type Import = InputOf<typeof town.importRegister>;

/** Of a file that no preview reads. */
export const nothingSeen = '0'.repeat(64);

/** What an administrator sends who has looked at the preview and says so much of its changes. */
export async function importInput(
  actor: Pick<Actor, 'call'>,
  fileId: string,
  answers: Import['answers'] = [],
): Promise<Import> {
  const preview = await actor.call(town.previewRegister, { fileId });
  return { fileId, seen: preview.ok ? preview.value.seen : nothingSeen, answers };
}
