import { unzipSync } from 'fflate';
import { type Account, type KeptFunction, mustKnow, Refused } from './account';
import type { Action, Parameters } from './tcb';

const runtimes = ['Nodejs10.15', 'Nodejs12.16', 'Nodejs16.13', 'Nodejs18.15', 'Nodejs20.19'];
const platformTimeoutSeconds = 3;
const mostInCallBytes = 1.5 * 1024 * 1024;

type Code = { ZipFile?: string; TempCosObjectName?: string };
type Sent = { Environment?: { Variables: { Key: string; Value: string }[] } };

function functionOf(account: Account, parameters: Parameters): KeptFunction {
  const { FunctionName, Namespace } = parameters;
  const found = account.functions.get(String(FunctionName));
  if (found === undefined || Namespace !== account.environmentId) {
    throw new Refused('ResourceNotFound.FunctionName', `function ${FunctionName} not found`);
  }
  return found;
}

/** One that is being made or changed can be looked at only; looking is what lets time pass here. */
function mustBeReady(found: KeptFunction): void {
  if (/ing$/.test(found.Status)) {
    throw new Refused('FailedOperation.FunctionStatusError', `function is ${found.Status}`);
  }
}

function codeOf(account: Account, { Code }: Parameters): Uint8Array {
  const { ZipFile, TempCosObjectName } = (Code ?? {}) as Code;
  const zip =
    ZipFile === undefined
      ? account.uploads.get(String(TempCosObjectName))
      : new Uint8Array(Buffer.from(ZipFile, 'base64'));
  if (zip === undefined) throw new Refused('InvalidParameterValue.Code', 'there is no code');
  if (ZipFile !== undefined && zip.byteLength > mostInCallBytes) {
    throw new Refused('InvalidParameterValue.ZipFile', 'the code is too large');
  }
  if (unzipSync(zip)['index.js'] === undefined) {
    throw new Refused('InvalidParameterValue.Code', 'there is no index.js');
  }
  return zip;
}

/** As on the platform: what is sent replaces all that was there. */
function variablesOf({ Environment }: Sent): Record<string, string> {
  return Object.fromEntries((Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value]));
}

const forLooking = ['FunctionName', 'Namespace', 'ShowCode'];
const forChanging = [
  'FunctionName',
  'Namespace',
  'Timeout',
  'MemorySize',
  'Environment',
  'ClsTopicId',
  'ClsLogsetId',
  'InstallDependency',
];
const forMaking = [...forChanging, 'Handler', 'Runtime', 'Code', 'Role', 'Stamp'];

function createFunction(account: Account, parameters: Parameters): object {
  mustKnow(parameters, forMaking);
  const name = String(parameters.FunctionName);
  if (account.functions.has(name)) {
    throw new Refused('ResourceInUse.FunctionName', `function ${name} already exists`);
  }
  const { Runtime, Handler, Timeout, MemorySize } = parameters as Partial<KeptFunction>;
  if (!runtimes.includes(Runtime ?? '')) {
    throw new Refused('InvalidParameterValue.Runtime', `runtime ${Runtime} is unknown`);
  }
  account.functions.set(name, {
    Status: 'Creating',
    Runtime: Runtime ?? '',
    Handler: Handler ?? '',
    Timeout: Timeout ?? platformTimeoutSeconds,
    MemorySize: MemorySize ?? 128,
    variables: variablesOf(parameters as Sent),
    triggers: [],
    zip: codeOf(account, parameters),
  });
  return {};
}

const functions: Record<string, Action> = {
  CreateFunction: createFunction,
  GetFunction(account, parameters) {
    mustKnow(parameters, forLooking);
    const found = functionOf(account, parameters);
    const { zip, variables, triggers, ...rest } = found;
    const Variables = Object.entries(variables).map(([Key, Value]) => ({ Key, Value }));
    const answer = { ...rest, Environment: { Variables }, Triggers: triggers };
    if (/ing$/.test(found.Status)) found.Status = 'Active';
    return { ...answer, CodeSize: zip.byteLength };
  },
  UpdateFunctionCode(account, parameters) {
    const names = ['FunctionName', 'Namespace', 'Handler', 'InstallDependency', 'Code'];
    mustKnow(parameters, names);
    const found = functionOf(account, parameters);
    mustBeReady(found);
    found.zip = codeOf(account, parameters);
    found.Handler = String(parameters.Handler);
    found.Status = 'Updating';
    return {};
  },
  UpdateFunctionConfiguration(account, parameters) {
    mustKnow(parameters, forChanging);
    const found = functionOf(account, parameters);
    mustBeReady(found);
    const { Timeout, MemorySize, Environment } = parameters as Partial<KeptFunction> & Sent;
    Object.assign(found, {
      ...(Timeout !== undefined && { Timeout }),
      ...(MemorySize !== undefined && { MemorySize }),
      ...(Environment !== undefined && { variables: variablesOf({ Environment }) }),
      Status: 'Updating',
    });
    return {};
  },
  DeleteFunction(account, parameters) {
    mustKnow(parameters, forLooking);
    functionOf(account, parameters);
    account.functions.delete(String(parameters.FunctionName));
    return {};
  },
  GetTempCosInfo(account, { ObjectPath }) {
    if (!String(ObjectPath).includes(account.environmentId)) {
      throw new Refused('InvalidParameterValue', 'no such path');
    }
    const fields = ['algorithm=sha1', 'ak=stand-in', 'sign-time=1;2', 'key-time=1;2'];
    const Sign = [...fields, 'header-list=', 'url-param-list=', 'signature=0'].join('&q-');
    return { Date: '2026-11-29', Sign: `q-sign-${Sign}` };
  },
};

const triggers: Record<string, Action> = {
  BatchCreateTrigger(account, parameters) {
    mustKnow(parameters, ['FunctionName', 'Namespace', 'Triggers', 'Count']);
    const found = functionOf(account, parameters);
    mustBeReady(found);
    const sent = JSON.parse(String(parameters.Triggers)) as KeptFunction['triggers'];
    for (const { TriggerName, TriggerDesc, Type } of sent) {
      if (found.triggers.some((each) => each.TriggerName === TriggerName)) {
        throw new Refused('ResourceInUse.Trigger', `trigger ${TriggerName} already exists`);
      }
      if (TriggerDesc.split(' ').length !== 7) {
        throw new Refused('InvalidParameterValue.TriggerDesc', 'a cron has seven fields');
      }
      const cron = JSON.stringify({ cron: TriggerDesc });
      found.triggers.push({ TriggerName, TriggerDesc: cron, Type, Enable: 1 });
    }
    return {};
  },
  DeleteTrigger(account, parameters) {
    mustKnow(parameters, ['FunctionName', 'Namespace', 'TriggerName', 'Type']);
    const found = functionOf(account, parameters);
    const at = found.triggers.findIndex((each) => each.TriggerName === parameters.TriggerName);
    if (at < 0) throw new Refused('ResourceNotFound.Trigger', 'trigger not found');
    found.triggers.splice(at, 1);
    return {};
  },
};

/** The calls of the service "scf" that the commands make; an address of code needs the server. */
export const scfActions: Readonly<Record<string, Action>> = { ...functions, ...triggers };

/** Whose code is asked for. */
export function mustHaveCode(account: Account, parameters: Parameters): void {
  mustKnow(parameters, ['FunctionName', 'Namespace']);
  functionOf(account, parameters);
}
