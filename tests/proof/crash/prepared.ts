import type { Envelope } from '../../../src/contracts/contract';
import { type Documents, documentsOf } from '../../support/town';
import { type Call, send } from '../call';
import { type ActionName, cardOf, isCommanded } from '../cards';
import { forkRandomSeed, freshId, openProofTown, type ProofTown } from '../town';

/** A town right before one action, taken once and opened as often as wanted. */
export type Prepared = ActionName & {
  call: Call;
  /** Undefined for queries and jobs. */
  commandId: string | undefined;
  documents: Documents;
  files: ReadonlyMap<string, Uint8Array>;
  nowMs: number;
  /** Chance of a town that is opened from it: none may make the ids of another again. */
  randomSeed: number;
};

/** What a town goes on from. */
export type Left = Pick<Prepared, 'documents' | 'files' | 'nowMs' | 'randomSeed'>;

/** @throws Error where the action has no card */
export async function prepare(name: ActionName): Promise<Prepared> {
  const { functionName, action, kind } = name;
  const town = await openProofTown();
  const files = new Map<string, Uint8Array>();
  const putFile: ProofTown['putFile'] = (name, bytes) => {
    const fileId = town.putFile(name, bytes);
    files.set(fileId, bytes);
    return fileId;
  };
  const call = await cardOf(name).call({ ...town, putFile });
  const commandId = isCommanded(name) ? freshId(town) : undefined;
  const documents = documentsOf(town.engine);
  const nowMs = town.clock.nowMs();
  const randomSeed = forkRandomSeed;
  return { functionName, action, kind, call, commandId, documents, files, nowMs, randomSeed };
}

export type ForkOptions = Pick<Parameters<typeof openProofTown>[0] & object, 'wrapStore'>;

/** A town of its own from what was prepared; a moment later if told. */
export function fork(
  { documents, files, nowMs, randomSeed }: Left,
  options: ForkOptions = {},
): Promise<ProofTown> {
  return openProofTown({ documents, files, nowMs, randomSeed, ...options });
}

/** The prepared call, as the platform would bring it. */
export function sendPrepared(town: ProofTown, prepared: Prepared): Promise<Envelope<unknown>> {
  const { functionName, action, call, commandId } = prepared;
  return send(town, functionName, action, call, commandId);
}
