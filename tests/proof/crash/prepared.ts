import { registry } from '../../../config/run/registry';
import type { ActionKind, Envelope, FunctionName } from '../../../src/contracts/contract';
import { type Documents, documentsOf } from '../../support/town';
import { type Call, scenarios, send } from '../scenarios';
import { forkRandomSeed, freshId, openProofTown, type ProofTown } from '../town';

export type ActionName = { functionName: FunctionName; action: string; kind: ActionKind };

/** Every action of the registry, in its order. */
export const everyAction: readonly ActionName[] = Object.entries(registry).flatMap(
  ([functionName, actions]) =>
    actions.map(({ contract: { action, kind } }) => ({
      functionName: functionName as FunctionName,
      action,
      kind,
    })),
);

/** Those that write. */
export const mutatingActions = everyAction.filter(({ kind }) => kind !== 'query');

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

/** @throws Error where the registry holds an action that has no scenario */
export async function prepare({ functionName, action, kind }: ActionName): Promise<Prepared> {
  const town = await openProofTown();
  const files = new Map<string, Uint8Array>();
  const putFile: ProofTown['putFile'] = (name, bytes) => {
    const fileId = town.putFile(name, bytes);
    files.set(fileId, bytes);
    return fileId;
  };
  const scenario = scenarios[functionName][action];
  if (!scenario) throw new Error(`${functionName}.${action} has no scenario to start from`);
  const call = await scenario({ ...town, putFile });
  const commandId = kind === 'command' || kind === 'run' ? freshId(town) : undefined;
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
