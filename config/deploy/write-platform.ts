import { largestInCallBytes, readBundle, zipBundle } from './bundle';
import { type CloudApi, PlatformRefused } from './cloud-api';
import { type EnvironmentFacts, readPlatform } from './read-platform';
import { isClosed } from './rules';
import type { Variables } from './secrets';
import type { FunctionRule, Index, ReadWrite, TriggerSettings, WantedFunction } from './wanted';

const isThereAlready = /exist|InUse|已存在/i;

/** A repeated request, or a run cut off before, has made it already: reading back decides. */
async function unlessThere(make: Promise<unknown>): Promise<void> {
  await make.catch((error: unknown) => {
    const there = error instanceof PlatformRefused && isThereAlready.test(error.code);
    if (!there) throw error;
  });
}

function codeOf(directory: string): { base64Code: string } | { functionPath: string } {
  const zip = zipBundle(readBundle(directory));
  return zip.byteLength <= largestInCallBytes
    ? { base64Code: Buffer.from(zip).toString('base64') }
    : { functionPath: directory };
}

function settingsOf({ name, handler, runtime, timeout, memorySize }: WantedFunction) {
  return { name, handler, runtime, timeout, memorySize, installDependency: false };
}

function writeDatabase(api: CloudApi, facts: EnvironmentFacts, appId: string | null) {
  const { environmentId: EnvId } = api;
  const MongoConnector = { InstanceId: 'flexdb', DatabaseName: facts.databaseInstance };
  const updateTable = (TableName: string, change: object) =>
    api.call('tcb', 'UpdateTable', { EnvId, MongoConnector, TableName, ...change });
  const setCollectionRule = async (CollectionName: string, rule: ReadWrite) => {
    const parameters = { EnvId, CollectionName, AclTag: 'CUSTOM', Rule: JSON.stringify(rule) };
    await api.call('tcb', 'ModifySafeRule', parameters);
  };
  return {
    setCollectionRule,
    /** Closed from birth: by default every phone could write into a new collection. */
    async createCollection(name: string, rule: ReadWrite): Promise<void> {
      const PermissionInfo = { EnvId, AclTag: 'ADMINONLY' };
      const parameters = { EnvId, MongoConnector, TableName: name, PermissionInfo };
      await unlessThere(api.call('tcb', 'CreateTable', parameters));
      const found = await readPlatform(api, facts, appId).collectionRule(name);
      if (!isClosed(found, rule)) await setCollectionRule(name, rule);
    },
    async createIndex(collection: string, index: Index): Promise<void> {
      const MgoIndexKeys = index.fields.map((field) => ({
        Name: field.name,
        Direction: field.direction,
      }));
      const MgoKeySchema = { MgoIndexKeys, MgoIsUnique: index.unique };
      const CreateIndexes = [{ IndexName: index.name, MgoKeySchema }];
      await unlessThere(updateTable(collection, { CreateIndexes }));
    },
    async dropIndex(collection: string, name: string): Promise<void> {
      await updateTable(collection, { DropIndexes: [{ IndexName: name }] });
    },
  };
}

function writeRules(api: CloudApi, facts: EnvironmentFacts) {
  const { environmentId: EnvId } = api;
  return {
    async setStorageRule(rule: ReadWrite): Promise<void> {
      const custom = { AclTag: 'CUSTOM', Rule: JSON.stringify(rule) };
      await api.call('tcb', 'ModifyStorageSafeRule', { EnvId, Bucket: facts.bucket, ...custom });
    },
    async setFunctionRule(rule: FunctionRule): Promise<void> {
      const custom = { AclTag: 'CUSTOM', Rule: JSON.stringify(rule) };
      await api.call('tcb', 'ModifySecurityRule', { EnvId, ResourceType: 'FUNCTION', ...custom });
    },
  };
}

function writeFunctions(api: CloudApi, facts: EnvironmentFacts) {
  const { namespace: Namespace } = facts;
  const { functions } = api.manager;
  const ready = (name: string) => functions.waitFunctionActive(name);
  const createTrigger = async (FunctionName: string, trigger: TriggerSettings) => {
    const described = {
      TriggerName: trigger.name,
      Type: 'timer',
      TriggerDesc: trigger.config,
    };
    const parameters = { FunctionName, Namespace, Triggers: JSON.stringify([described]), Count: 1 };
    await unlessThere(api.call('scf', 'BatchCreateTrigger', parameters));
  };
  return {
    createTrigger,
    async createFunction(wanted: WantedFunction, envVariables: Variables): Promise<void> {
      const func = { ...settingsOf(wanted), envVariables };
      const code = codeOf(wanted.directory);
      // "force": one that is there after all, because an answer was lost, is brought up to date.
      await api.patiently(() => functions.createFunction({ func, ...code, force: true }));
      for (const trigger of wanted.triggers) await createTrigger(wanted.name, trigger);
    },
    async updateCode(wanted: WantedFunction): Promise<void> {
      const func = settingsOf(wanted);
      const code = codeOf(wanted.directory);
      await api.patiently(() => functions.updateFunctionCode({ func, ...code }));
      await api.patiently(() => ready(wanted.name));
    },
    async updateSettings(wanted: WantedFunction, envVariables: Variables): Promise<void> {
      const { name, timeout, memorySize } = wanted;
      const changed = { name, timeout, memorySize, envVariables };
      await api.patiently(async () => {
        await ready(name);
        await functions.updateFunctionConfig(changed);
        await ready(name);
      });
    },
    async deleteFunction(name: string): Promise<void> {
      await api.call('scf', 'DeleteFunction', { FunctionName: name, Namespace });
    },
    async removeTrigger(name: string, trigger: string): Promise<void> {
      const which = { FunctionName: name, Namespace, TriggerName: trigger, Type: 'timer' };
      await api.call('scf', 'DeleteTrigger', which);
    },
  };
}

/** Changes what stands in an environment; every change may be made twice. */
export function writePlatform(api: CloudApi, facts: EnvironmentFacts, appId: string | null) {
  return {
    ...writeDatabase(api, facts, appId),
    ...writeRules(api, facts),
    ...writeFunctions(api, facts),
  };
}

export type PlatformWriter = ReturnType<typeof writePlatform>;
