import { type Bundle, unzipBundle } from './bundle';
import type { CloudApi } from './cloud-api';
import type { Index, TriggerSettings } from './wanted';

/** A rule as the platform keeps it: a simple kind, or CUSTOM with an expression. */
export type FoundRule = { tag: string; rule: unknown };
export type FoundTrigger = TriggerSettings & { enabled: boolean };
export type FoundFunction = {
  name: string;
  status: string;
  runtime: string;
  handler: string;
  timeout: number;
  memorySize: number;
  variables: Record<string, string>;
  triggers: FoundTrigger[];
};
export type EnvironmentFacts = {
  status: string;
  packageName: string;
  /** Whether its database and rules are of the newer kinds that this project does not speak. */
  isOfOtherKind: boolean;
  bucket: string;
  databaseInstance: string;
  namespace: string;
};

type Described<Value> = { [Key in keyof Value]?: Value[Key] | null };
type RawIndex = { Name: string; Unique?: boolean; Keys?: { Name: string; Direction: string }[] };
type RawFunction = Described<{
  Status: string;
  Runtime: string;
  Handler: string;
  Timeout: number;
  MemorySize: number;
  Environment: { Variables?: { Key: string; Value: string }[] | null };
  Triggers: { TriggerName: string; TriggerDesc: string; Type: string; Enable?: number }[];
}>;

const pageOfCollections = 100;
const pageOfFunctions = 20;

/** The platform answers with a plain cron, or with JSON around it. */
function cronOf(description: string): string {
  try {
    return (JSON.parse(description) as { cron?: string }).cron ?? description;
  } catch {
    return description;
  }
}

function readRule(answer: { AclTag?: string | null; Rule?: string | null }): FoundRule {
  const text = answer.Rule ?? '';
  try {
    return { tag: answer.AclTag ?? '', rule: text === '' ? null : JSON.parse(text) };
  } catch {
    return { tag: answer.AclTag ?? '', rule: text };
  }
}

export function readEnvironment(api: CloudApi): Promise<EnvironmentFacts> {
  return api.patiently(async () => {
    const { EnvInfo: found } = await api.manager.env.getEnvInfo();
    const engine = (found.Meta ?? []).find(({ Key }) => Key === 'authz_engine')?.Value;
    return {
      status: found.Status ?? '',
      packageName: found.PackageName ?? '',
      isOfOtherKind: (found.PostgreSQL ?? []).length > 0 || engine === 'opa',
      bucket: found.Storages?.[0]?.Bucket ?? '',
      databaseInstance: found.Databases?.[0]?.InstanceId ?? '',
      namespace: found.Functions?.[0]?.Namespace ?? api.environmentId,
    };
  });
}

function readDatabase(api: CloudApi, facts: EnvironmentFacts, appId: string | null) {
  const { environmentId: EnvId } = api;
  const MongoConnector = { InstanceId: 'flexdb', DatabaseName: facts.databaseInstance };
  return {
    async collections(): Promise<string[]> {
      const names: string[] = [];
      for (;;) {
        const page = { MgoLimit: pageOfCollections, MgoOffset: names.length };
        const parameters = { EnvId, MongoConnector, ...page };
        type Answer = { Tables?: { TableName: string }[] | null };
        const answer = await api.call<Answer>('tcb', 'ListTables', parameters);
        const found = answer.Tables ?? [];
        names.push(...found.map(({ TableName }) => TableName));
        if (found.length < pageOfCollections) return names;
      }
    },
    async indexes(TableName: string): Promise<Index[]> {
      const parameters = { EnvId, MongoConnector, TableName };
      type Answer = { Indexes?: RawIndex[] | null };
      const answer = await api.call<Answer>('tcb', 'DescribeTable', parameters);
      return (answer.Indexes ?? []).map(({ Name, Unique, Keys }) => ({
        name: Name,
        unique: Unique === true,
        fields: (Keys ?? []).map((key) => ({ name: key.Name, direction: String(key.Direction) })),
      }));
    },
    async collectionRule(CollectionName: string): Promise<FoundRule> {
      const parameters = { EnvId, CollectionName, ...(appId !== null && { WxAppId: appId }) };
      return readRule(await api.call('tcb', 'DescribeSafeRule', parameters));
    },
  };
}

function readRules(api: CloudApi, facts: EnvironmentFacts) {
  const { environmentId: EnvId } = api;
  return {
    async storageRule(): Promise<FoundRule> {
      const parameters = { EnvId, Bucket: facts.bucket };
      return readRule(await api.call('tcb', 'DescribeStorageSafeRule', parameters));
    },
    async functionRule(): Promise<FoundRule> {
      const parameters = { EnvId, ResourceType: 'FUNCTION' };
      return readRule(await api.call('tcb', 'DescribeSecurityRule', parameters));
    },
  };
}

function readFunctions(api: CloudApi, facts: EnvironmentFacts) {
  const { environmentId: EnvId } = api;
  return {
    async functionNames(): Promise<string[]> {
      const names: string[] = [];
      for (;;) {
        const parameters = { EnvId, Limit: pageOfFunctions, Offset: names.length };
        type Answer = { Functions?: { FunctionName: string }[] | null };
        const answer = await api.call<Answer>('tcb', 'ListFunctions', parameters);
        const found = answer.Functions ?? [];
        names.push(...found.map(({ FunctionName }) => FunctionName));
        if (found.length < pageOfFunctions) return names;
      }
    },
    async function(FunctionName: string): Promise<FoundFunction> {
      const parameters = { FunctionName, Namespace: facts.namespace, ShowCode: 'FALSE' };
      const found = await api.call<RawFunction>('scf', 'GetFunction', parameters);
      const variables = found.Environment?.Variables ?? [];
      return {
        name: FunctionName,
        status: found.Status ?? '',
        runtime: found.Runtime ?? '',
        handler: found.Handler ?? '',
        timeout: found.Timeout ?? 0,
        memorySize: found.MemorySize ?? 0,
        variables: Object.fromEntries(variables.map(({ Key, Value }) => [Key, Value])),
        triggers: (found.Triggers ?? [])
          .filter(({ Type }) => Type === 'timer')
          .map((trigger) => ({
            name: trigger.TriggerName,
            config: cronOf(trigger.TriggerDesc),
            enabled: trigger.Enable !== 0,
          })),
      };
    },
    async bundle(name: string): Promise<Bundle> {
      const parameters = { FunctionName: name, Namespace: facts.namespace };
      type Answer = { Url: string };
      const { Url } = await api.call<Answer>('scf', 'GetFunctionAddress', parameters);
      return api.patiently(async () => {
        const answer = await fetch(Url);
        if (!answer.ok) throw new Error(`[GetFunctionAddress] ${name}: ${answer.status}`);
        return unzipBundle(new Uint8Array(await answer.arrayBuffer()));
      });
    },
  };
}

/** Reads what stands in an environment, part by part. */
export function readPlatform(api: CloudApi, facts: EnvironmentFacts, appId: string | null) {
  return {
    ...readDatabase(api, facts, appId),
    ...readRules(api, facts),
    ...readFunctions(api, facts),
  };
}

export type PlatformReader = ReturnType<typeof readPlatform>;
