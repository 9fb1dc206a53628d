import type { Envelope, FunctionName } from '../../src/contracts/contract';
import { headOpenid } from '../support/town';
import type { ProofTown } from './town';

/** One call that an action answers with ok. */
export type Call = {
  /** An openid, the platform's timer, or nobody known. */
  as: { openid: string } | 'timer' | 'nobody';
  input: unknown;
  /** Another body the contract lets through: what the same command id must refuse. */
  otherInput?: unknown;
};

/** Who does things in the towns of the proof, by the household of village 1 whose head they are. */
export const resident = { openid: headOpenid(1, 8) };
export const cadre = { openid: headOpenid(1, 2) };
export const supervisor = { openid: headOpenid(1, 4) };
export const keeper = { openid: headOpenid(1, 13) };
export const administrator = { openid: 'town-admin' };

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

/** Of a failure the answer says nothing; the town's own log says where it broke. */
export function whereItBroke({ log }: Pick<ProofTown, 'log'>): string {
  const frames = log.at(-1)?.at;
  return Array.isArray(frames) ? frames.slice(1).join('\n') : '';
}

/** @throws Error that tells what was answered instead of ok, and where the action broke */
export function mustBeDone(town: Pick<ProofTown, 'log'>, answer: Envelope<unknown>): void {
  if (answer.ok) return;
  const { code, message, details = {} } = answer.error;
  const where = whereItBroke(town);
  throw new Error(`not done, but ${code}: ${message} ${JSON.stringify(details)}\n${where}`);
}
