import type { Identity } from '../../cloudfunctions/runtime/caller';
import type { Action } from '../../cloudfunctions/runtime/define-action';
import type { Files } from '../../cloudfunctions/runtime/files';
import { createHandle, type Handle } from '../../cloudfunctions/runtime/handle';
import type { Store } from '../../cloudfunctions/runtime/store/store';
import { registry } from '../../config/run/registry';
import type { FunctionName } from '../../src/contracts/contract';
import type { ProofTown } from '../proof/town';
import { engineStore } from '../support/engine-store';
import { testTemplates } from '../support/post-office';
import { standInFunctions, testSecret } from '../support/town';

export { testSecret as townSecret } from '../support/town';

export type Stored = Map<string, Uint8Array>;

/** A town that remembers which files were put into it. */
export function rememberingFiles(town: ProofTown): { town: ProofTown; files: Stored } {
  const files = new Map<string, Uint8Array>();
  const putFile = (name: string, bytes: Uint8Array) => {
    const fileId = town.putFile(name, bytes);
    files.set(fileId, bytes);
    return fileId;
  };
  return { town: { ...town, putFile }, files };
}

/** Removed files stay for the next call; that somebody wanted them gone is what counts. */
function filesPort(stored: Stored, onRemove: (fileId: string) => void): Files {
  return {
    temporaryAddresses: async (ids) => ids.map((id) => (stored.has(id) ? 'https://files' : null)),
    read: async (id) => stored.get(id) ?? null,
    async remove(ids) {
      for (const id of ids) onRemove(id);
    },
    // Whoever puts something where nobody knows it changes nothing yet.
    put: async () => undefined,
    idOf: async (path) => `cloud://test.files/${path}`,
  };
}

export type PlatformOptions = {
  files?: Stored;
  wrapStore?: (store: Store) => Store;
  log?: (line: Record<string, unknown>) => void;
  onFileRemoved?: (fileId: string) => void;
};

/**
 * The functions of a town as the platform calls them: any event with any identity, also the
 * timer's with an event no timer sends.
 */
export function platformOf(town: ProofTown, options: PlatformOptions = {}) {
  const store = (options.wrapStore ?? ((same) => same))(engineStore(town.engine));
  const ports = {
    store,
    files: filesPort(options.files ?? new Map(), options.onFileRemoved ?? (() => undefined)),
    secret: testSecret,
    templates: testTemplates,
    nowMs: town.clock.nowMs,
    newId: town.newId,
    log: options.log ?? ((line: Record<string, unknown>) => void town.log.push(line)),
  };
  const functions: Record<FunctionName, readonly Action[]> = {
    ...registry,
    ...standInFunctions,
  };
  const handles = new Map<string, Handle>(
    Object.entries(functions).map(([name, actions]) => [name, createHandle(actions, ports)]),
  );
  return (functionName: FunctionName, event: unknown, identity: Identity) => {
    const handle = handles.get(functionName);
    if (!handle) throw new Error(`no function ${functionName}`);
    return handle(event, identity, 'request');
  };
}

export type Platform = ReturnType<typeof platformOf>;
