import type { FunctionName } from '../../../src/contracts/contract';
import { send } from '../../proof/call';
import { cardOf, everyAction, isCommanded } from '../../proof/cards';
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

/** Every action of the registry, once, as its card calls it, in a village with such a past. */
export async function measureActions(size: number): Promise<ActionCost[]> {
  const grown = await growVillage(size);
  const costs: ActionCost[] = [];
  for (const each of everyAction) {
    const { functionName, action, kind } = each;
    const town = await openProofTown(grown);
    const call = await cardOf(each).call(town);
    const commandId = isCommanded(each) ? freshId(town) : undefined;
    let answerBytes = 0;
    const run = async () => {
      const envelope = await send(town, functionName, action, call, commandId);
      if (!envelope.ok) throw new Error(`${action} at ${size}: ${envelope.error.code}`);
      answerBytes = Buffer.byteLength(JSON.stringify(envelope));
    };
    const { requests, examined, written } = await measureCost(town.engine, { name: action, run });
    costs.push({ functionName, action, kind, size, requests, examined, written, answerBytes });
  }
  return costs;
}
