import { randomBytes } from 'node:crypto';
import type { CloudApi } from '../cloud-api';
import { readEnvironment } from '../read-platform';
import type { WantedFunction } from '../wanted';
import { writePlatform } from '../write-platform';
import type { Asked, Place } from './ask';
import { bundleFunction } from './bundle-function';

export const throwAwayPrefix = 'live-check-';

const closed = { read: false, write: false };
const settings = { handler: 'index.main', runtime: 'Nodejs20.19', timeout: 60, memorySize: 512 };

type Invoked = { RetMsg?: string; ErrMsg?: string; InvokeResult?: number };

export type LivePlace = { place: Place; name: string; close(): Promise<string[]> };

/**
 * Puts the throw-away function and its collection into a real environment, under a name that no
 * other thing has. `close` takes both away and names what it could not.
 */
export async function openLivePlace(
  api: CloudApi,
  appId: string | null,
  options: { say(line: string): void; callAsUser: ((name: string) => Place['callAsUser']) | null },
): Promise<LivePlace> {
  const name = `${throwAwayPrefix}${randomBytes(6).toString('hex')}`;
  const facts = await readEnvironment(api);
  const writer = writePlatform(api, facts, appId);
  const bundle = await bundleFunction(name);
  const wanted: WantedFunction = {
    ...settings,
    name,
    variables: [],
    triggers: [],
    directory: bundle.directory,
  };
  const call = async (asked: Asked): Promise<unknown> => {
    const invoked = await api.patiently<Invoked>(() =>
      api.manager.functions.invokeFunction(name, asked),
    );
    if (invoked.InvokeResult !== 0) return { failed: invoked.ErrMsg || 'the function failed' };
    return JSON.parse(invoked.RetMsg ?? 'null');
  };
  const close = async () => {
    bundle.remove();
    return removeThrowAway(api, [name]);
  };
  try {
    await writer.createCollection(name, closed);
    await writer.createFunction(wanted, {});
  } catch (error) {
    await close();
    throw error;
  }
  const place: Place = {
    collection: name,
    longestStepMs: 20_000,
    call,
    callAsUser: options.callAsUser?.(name) ?? null,
    pass: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    say: options.say,
  };
  return { place, name, close };
}

/** Takes throw-away functions and collections away. @returns what is still there */
export async function removeThrowAway(api: CloudApi, names: readonly string[]): Promise<string[]> {
  const facts = await readEnvironment(api);
  const MongoConnector = { InstanceId: 'flexdb', DatabaseName: facts.databaseInstance };
  const left: string[] = [];
  for (const name of names.filter((each) => each.startsWith(throwAwayPrefix))) {
    const where = { FunctionName: name, Namespace: facts.namespace };
    const table = { EnvId: api.environmentId, MongoConnector, TableName: name };
    await api.call('scf', 'DeleteFunction', where).catch(() => left.push(`云函数 ${name}`));
    await api.call('tcb', 'DeleteTable', table).catch(() => left.push(`集合 ${name}`));
  }
  return left;
}
