import { registry } from '../../../config/run/registry';
import type { FunctionName } from '../../../src/contracts/contract';
import { scenarios, send } from '../../proof/scenarios';
import { freshId, openProofTown } from '../../proof/town';
import { measureCost } from '../ledger/measure';
import { growVillage } from './grow-village';

export type ActionCost = {
  functionName: FunctionName;
  action: string;
  kind: string;
  /** Entries, ended records and ended orders of the village, each. */
  size: number;
  requests: number;
  examined: number;
  written: number;
  /** Of the whole answer, as it goes to the phone. */
  answerBytes: number;
};

const functionNames = Object.keys(registry) as FunctionName[];

/** Every action of the registry, once, as its scenario calls it, in a village with such a past. */
export async function measureActions(size: number): Promise<ActionCost[]> {
  const grown = await growVillage(size);
  const costs: ActionCost[] = [];
  for (const functionName of functionNames) {
    for (const { contract } of registry[functionName]) {
      const { action, kind } = contract;
      const scenario = scenarios[functionName][action];
      if (!scenario) throw new Error(`${functionName}.${action} has no scenario`);
      const town = await openProofTown(grown);
      const call = await scenario(town);
      const commandId = kind === 'command' || kind === 'run' ? freshId(town) : undefined;
      let answerBytes = 0;
      const run = async () => {
        const envelope = await send(town, functionName, action, call, commandId);
        if (!envelope.ok) throw new Error(`${action} at ${size}: ${envelope.error.code}`);
        answerBytes = Buffer.byteLength(JSON.stringify(envelope));
      };
      const { requests, examined, written } = await measureCost(town.engine, { name: action, run });
      costs.push({ functionName, action, kind, size, requests, examined, written, answerBytes });
    }
  }
  return costs;
}
