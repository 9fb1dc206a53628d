import { ulid } from 'ulid';
import type { Contract, Envelope, EnvelopeError } from '../contracts/contract';
import { send } from './transport';

export type Answer<Value> = { ok: true; value: Value } | { ok: false; error: EnvelopeError };

/** The call did not get an answer: for a command nobody knows whether it happened; ask again. */
export const noNetwork: EnvelopeError = {
  code: 'no-network',
  message: '现在连不上网。请到信号好的地方再试。',
};

/** No answer, or none that decided: the same may be asked again, a command under the same id. */
export function isUndecided({ code }: EnvelopeError): boolean {
  return ['no-network', 'busy', 'unclear', 'not-available'].includes(code);
}

/** Longer than any function may take; WeChat itself sets no limit that could be relied on. */
const longestCallMs = 30_000;

function withinTime<Value>(answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), longestCallMs);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** An id for one intent. Keep it for every retry of the same intent. */
export function newCommandId(): string {
  // The mini-program has no Web Crypto; the id must be unique, not secret.
  return ulid(undefined, Math.random);
}

/**
 * Calls one action. Never throws: no answer comes back as `no-network`.
 * @param commandId for commands; the same id again has one effect
 */
export async function call<Input, Value>(
  contract: Contract<Input, Value>,
  input: Input,
  commandId?: string,
): Promise<Answer<Value>> {
  const { functionName, action, kind } = contract;
  const id = kind === 'query' ? undefined : (commandId ?? newCommandId());
  try {
    const event = { action, input, ...(id && { commandId: id }) };
    const envelope = (await withinTime(send(functionName, event))) as Envelope<Value>;
    if (envelope?.ok === true) return { ok: true, value: envelope.value };
    return { ok: false, error: envelope?.error ?? noNetwork };
  } catch {
    return { ok: false, error: noNetwork };
  }
}
