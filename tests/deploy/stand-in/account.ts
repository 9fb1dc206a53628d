/** What one environment of the stand-in holds; tests plant drift by changing it. */
export type KeptIndex = {
  Name: string;
  Unique: boolean;
  Keys: { Name: string; Direction: string }[];
};
export type KeptRule = { AclTag: string; Rule: string | null };
export type KeptTrigger = {
  TriggerName: string;
  TriggerDesc: string;
  Type: string;
  Enable: number;
};
export type KeptFunction = {
  Status: string;
  Runtime: string;
  Handler: string;
  Timeout: number;
  MemorySize: number;
  variables: Record<string, string>;
  triggers: KeptTrigger[];
  zip: Uint8Array;
};

export type Account = {
  environmentId: string;
  secretId: string;
  status: string;
  meta: { Key: string; Value: string }[];
  collections: Map<string, { indexes: KeptIndex[]; rule: KeptRule }>;
  storageRule: KeptRule;
  functionRule: KeptRule;
  functions: Map<string, KeptFunction>;
  /** Bundles that were uploaded beside the interface, by their key. */
  uploads: Map<string, Uint8Array>;
  /** What lies in the environment's storage: by key, when it was put there. */
  stored: Map<string, number>;
  /** The parts of uploads that are not finished. */
  parts: Map<string, Map<number, Uint8Array>>;
};

export const databaseInstance = 'tnt-standin';
export const bucket = '7374-stand-in-1250000000';

export function newAccount(): Account {
  return {
    environmentId: 'stand-in-1a2b',
    secretId: 'a-key-of-the-tests',
    status: 'NORMAL',
    meta: [],
    collections: new Map(),
    storageRule: { AclTag: 'PRIVATE', Rule: null },
    functionRule: { AclTag: 'CUSTOM', Rule: JSON.stringify({ '*': { invoke: 'auth != null' } }) },
    functions: new Map(),
    uploads: new Map(),
    stored: new Map(),
    parts: new Map(),
  };
}

/** An error as the interface words it. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The interface refuses what it does not know by name. */
export function mustKnow(parameters: object, names: readonly string[]): void {
  const unknown = Object.keys(parameters).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new Refused('UnknownParameter', `The parameter \`${unknown}\` is not recognized.`);
  }
}
