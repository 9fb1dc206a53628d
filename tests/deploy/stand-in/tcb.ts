import {
  type Account,
  bucket,
  databaseInstance,
  type KeptIndex,
  type KeptRule,
  mustKnow,
  Refused,
} from './account';

export type Parameters = Record<string, unknown>;
export type Action = (account: Account, parameters: Parameters) => object;

const firstIndex: KeptIndex = {
  Name: '_id_',
  Unique: true,
  Keys: [{ Name: '_id', Direction: '1' }],
};

function collectionOf(account: Account, name: unknown) {
  const found = account.collections.get(String(name));
  if (found === undefined) throw new Refused('ResourceNotFound', `table ${name} not exist`);
  return found;
}

function mustBeThisDatabase({ MongoConnector }: Parameters): void {
  const connector = MongoConnector as { InstanceId?: string; DatabaseName?: string } | undefined;
  if (connector?.DatabaseName !== databaseInstance || connector.InstanceId !== 'flexdb') {
    throw new Refused('InvalidParameter', 'no such database instance');
  }
}

/** A rule is JSON of booleans and expressions; the word "false" in quotes is not one of them. */
function ruleOf({ AclTag, Rule }: Parameters): KeptRule {
  if (AclTag !== 'CUSTOM') return { AclTag: String(AclTag), Rule: null };
  const values = Object.values(JSON.parse(String(Rule))).flatMap((each) =>
    typeof each === 'object' && each !== null ? Object.values(each) : [each],
  );
  if (values.some((value) => value === 'false' || value === 'true')) {
    throw new Refused('InvalidParameter.Rule', 'a rule is a boolean or an expression');
  }
  return { AclTag, Rule: String(Rule) };
}

const tableNames = ['EnvId', 'MongoConnector', 'TableName', 'Tag'];

function updateTable(account: Account, parameters: Parameters): object {
  mustKnow(parameters, [...tableNames, 'CreateIndexes', 'DropIndexes']);
  mustBeThisDatabase(parameters);
  const { indexes } = collectionOf(account, parameters.TableName);
  type Schema = { MgoIndexKeys: KeptIndex['Keys']; MgoIsUnique: boolean };
  const { CreateIndexes = [], DropIndexes = [] } = parameters as {
    CreateIndexes?: { IndexName: string; MgoKeySchema: Schema }[];
    DropIndexes?: { IndexName: string }[];
  };
  for (const { IndexName } of DropIndexes) {
    const at = indexes.findIndex(({ Name }) => Name === IndexName);
    if (at < 0) throw new Refused('FailedOperation', `index ${IndexName} not found`);
    indexes.splice(at, 1);
  }
  for (const { IndexName, MgoKeySchema } of CreateIndexes) {
    if (indexes.some(({ Name }) => Name === IndexName)) {
      throw new Refused('ResourceInUse', `index ${IndexName} already exists`);
    }
    const { MgoIndexKeys: Keys, MgoIsUnique: Unique } = MgoKeySchema;
    indexes.push({ Name: IndexName, Unique, Keys });
  }
  return {};
}

function createTable(account: Account, parameters: Parameters): object {
  mustKnow(parameters, [...tableNames, 'PermissionInfo']);
  mustBeThisDatabase(parameters);
  const name = String(parameters.TableName);
  if (account.collections.has(name)) {
    throw new Refused('ResourceInUse', `table ${name} already exists`);
  }
  const permission = parameters.PermissionInfo as { AclTag: string } | undefined;
  const rule = { AclTag: permission?.AclTag ?? 'PRIVATE', Rule: null };
  account.collections.set(name, { indexes: [firstIndex], rule });
  return {};
}

const database: Record<string, Action> = {
  ListTables(account, parameters) {
    mustKnow(parameters, ['EnvId', 'MongoConnector', 'MgoLimit', 'MgoOffset']);
    mustBeThisDatabase(parameters);
    const { MgoLimit, MgoOffset } = parameters as { MgoLimit: number; MgoOffset: number };
    const names = [...account.collections.keys()].slice(MgoOffset, MgoOffset + MgoLimit);
    const Pager = { Offset: MgoOffset, Limit: MgoLimit, Total: account.collections.size };
    return { Tables: names.length === 0 ? null : names.map((TableName) => ({ TableName })), Pager };
  },
  DescribeTable(account, parameters) {
    mustKnow(parameters, tableNames);
    mustBeThisDatabase(parameters);
    const { indexes } = collectionOf(account, parameters.TableName);
    return { Indexes: indexes, IndexNum: indexes.length };
  },
  CreateTable: createTable,
  UpdateTable: updateTable,
  DeleteTable(account, parameters) {
    mustKnow(parameters, tableNames);
    mustBeThisDatabase(parameters);
    account.collections.delete(String(parameters.TableName));
    return {};
  },
  DescribeSafeRule(account, parameters) {
    mustKnow(parameters, ['EnvId', 'CollectionName', 'WxAppId']);
    return collectionOf(account, parameters.CollectionName).rule;
  },
  ModifySafeRule(account, parameters) {
    mustKnow(parameters, ['EnvId', 'CollectionName', 'AclTag', 'Rule']);
    collectionOf(account, parameters.CollectionName).rule = ruleOf(parameters);
    return {};
  },
};

const others: Record<string, Action> = {
  DescribeEnvInfo(account, { EnvId }) {
    if (EnvId !== account.environmentId) {
      throw new Refused('ResourceNotFound.EnvNotFound', `env ${EnvId} not exist`);
    }
    const EnvBaseInfo = {
      EnvId,
      Status: account.status,
      PackageName: 'stand-in',
      Databases: [{ InstanceId: databaseInstance, Status: 'RUNNING', Region: 'ap-shanghai' }],
      Storages: [{ Bucket: bucket, Region: 'ap-shanghai', AppId: '1250000000' }],
      Functions: [{ Namespace: EnvId, Region: 'ap-shanghai' }],
      LogServices: [{ LogsetId: 'logset', TopicId: 'topic' }],
      Meta: account.meta,
    };
    return { EnvInfo: { EnvBaseInfo, UserInfo: { AppId: '1250000000' } } };
  },
  DescribeStorageSafeRule(account, parameters) {
    mustKnow(parameters, ['EnvId', 'Bucket']);
    return account.storageRule;
  },
  ModifyStorageSafeRule(account, parameters) {
    mustKnow(parameters, ['EnvId', 'Bucket', 'AclTag', 'Rule']);
    if (parameters.Bucket !== bucket) throw new Refused('InvalidParameter', 'no such bucket');
    account.storageRule = ruleOf(parameters);
    return {};
  },
  DescribeSecurityRule(account, parameters) {
    mustKnow(parameters, ['EnvId', 'ResourceType']);
    return account.functionRule;
  },
  ModifySecurityRule(account, parameters) {
    mustKnow(parameters, ['EnvId', 'ResourceType', 'AclTag', 'Rule']);
    account.functionRule = ruleOf(parameters);
    return {};
  },
  ListFunctions(account, parameters) {
    mustKnow(parameters, ['EnvId', 'Limit', 'Offset']);
    const { Limit, Offset } = parameters as { Limit: number; Offset: number };
    const all = [...account.functions].map(([FunctionName, { Runtime, Status }]) => ({
      FunctionName,
      Runtime,
      Status,
    }));
    return { Functions: all.slice(Offset, Offset + Limit), TotalCount: all.length };
  },
};

/** The calls of the service "tcb" that the commands make. */
export const tcbActions: Readonly<Record<string, Action>> = { ...database, ...others };
