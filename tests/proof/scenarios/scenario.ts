import type { Envelope, FunctionName } from '../../../src/contracts/contract';
import type { ProofTown } from '../town';

/** One call that an action answers with ok. */
export type Call = {
  /** An openid, the platform's timer, or nobody known. */
  as: { openid: string } | 'timer' | 'nobody';
  input: unknown;
  /** Another body the contract lets through: what the same command id must refuse. */
  otherInput?: unknown;
};

/** Brings a town of the proof to where an action can be done, and says the call that does it. */
export type Scenario = (town: ProofTown) => Promise<Call> | Call;

/** Scenarios of one function, by the action's name. */
export type Scenarios = Readonly<Record<string, Scenario>>;

/** Sends a call as the platform would; `commandId` is left out of queries and jobs. */
export function send(
  town: ProofTown,
  functionName: FunctionName,
  action: string,
  call: Call,
  commandId?: string,
): Promise<Envelope<unknown>> {
  if (call.as === 'timer') return town.timer(functionName, action);
  const event = { action, input: call.input, ...(commandId && { commandId }) };
  return town.send(functionName, event, call.as === 'nobody' ? null : call.as.openid);
}
