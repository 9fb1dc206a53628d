import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectDirectory } from '../run/project-directory';
import { CannotGoOn } from './command-line';

export type IndexField = { name: string; direction: string };
export type Index = { name: string; fields: IndexField[]; unique: boolean };
export type TriggerSettings = { name: string; config: string };
export type RuleValue = boolean | string;
export type FunctionRule = Record<string, { invoke: RuleValue }>;
export type ReadWrite = { read: RuleValue; write: RuleValue };

/** One function as it shall stand in the cloud; `variables` only names them. */
export type WantedFunction = {
  name: string;
  handler: string;
  runtime: string;
  timeout: number;
  memorySize: number;
  variables: string[];
  triggers: TriggerSettings[];
  directory: string;
};

/** All that shall stand in the cloud, from the files of this project. */
export type Wanted = {
  collections: Record<string, Index[]>;
  databaseRule: ReadWrite;
  storageRule: ReadWrite;
  functionRule: FunctionRule;
  functions: WantedFunction[];
};

type Described = Omit<WantedFunction, 'variables' | 'directory'> & {
  envVariables: Record<string, string>;
  triggers: (TriggerSettings & { type: string })[];
};
type DeployFile = { functionRoot: string; functions: Described[] };
type RulesFile = { database: ReadWrite; storage: ReadWrite; functions: FunctionRule };

function readJson<Value>(directory: string, name: string): Value {
  return JSON.parse(readFileSync(path.join(directory, name), 'utf8')) as Value;
}

const wantsSomebody = /^auth(\.openid)? != null( && [^|]+)?$/;

/** A rule that lets in who has no identity at all is never deployed. */
function mustNotAdmitEverybody(rules: FunctionRule): void {
  for (const [name, { invoke }] of Object.entries(rules)) {
    if (invoke !== false && !wantsSomebody.test(String(invoke))) {
      const how = '请写 false,或以 auth != null 开头';
      throw new CannotGoOn(`rules.json 里 ${name} 的规则 ${invoke} 谁都能叫。${how}。`);
    }
  }
}

function wantedFunction(root: string, described: Described): WantedFunction {
  const { envVariables, triggers, name, handler, runtime, timeout, memorySize } = described;
  for (const [key, value] of Object.entries(envVariables)) {
    if (value !== `{{env.${key}}}`) {
      throw new CannotGoOn(`cloudbaserc.json 里 ${name} 的 ${key} 应写成 {{env.${key}}}。`);
    }
  }
  const directory = path.join(root, name);
  if (!existsSync(path.join(directory, 'index.js'))) {
    throw new CannotGoOn(`还没有做出 ${name},请先运行 npm run build -- --only functions。`);
  }
  return {
    name,
    handler,
    runtime,
    timeout,
    memorySize,
    variables: Object.keys(envVariables).sort(),
    triggers: triggers.map((trigger) => ({ name: trigger.name, config: trigger.config })),
    directory,
  };
}

/** @throws CannotGoOn when a file asks for what must not be, or a function is not built */
export function readWanted(directory: string = projectDirectory): Wanted {
  const file = readJson<DeployFile>(directory, 'cloudbaserc.json');
  const rules = readJson<RulesFile>(directory, 'config/database/rules.json');
  mustNotAdmitEverybody(rules.functions);
  const root = path.join(directory, file.functionRoot);
  return {
    collections: readJson(directory, 'config/database/indexes.json'),
    databaseRule: rules.database,
    storageRule: rules.storage,
    functionRule: rules.functions,
    functions: file.functions.map((described) => wantedFunction(root, described)),
  };
}
