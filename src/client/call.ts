import { ulid } from 'ulid';
import type { ActionEvent, Contract, Envelope, EnvelopeError } from '../contracts/contract';
import { checkText } from '../contracts/wechat';
import { send } from './transport';
import { emptyAnswer, troubleOf } from './trouble';
import { withinTime } from './within-time';

export type Answer<Value> = { ok: true; value: Value } | { ok: false; error: EnvelopeError };

/** Longer than any function may take; WeChat itself sets no limit that could be relied on. */
const longestCallMs = 30_000;
/** Nobody waits longer for WeChat's opinion. */
const longestCheckMs = 5_000;

/** An id for one intent. Keep it for every retry of the same intent. */
export function newCommandId(): string {
  // The mini-program has no Web Crypto; the id must be unique, not secret.
  return ulid(undefined, Math.random);
}

async function ask<Value>(
  { functionName, action }: Pick<Contract, 'functionName' | 'action'>,
  event: Omit<ActionEvent, 'action'>,
  longestMs: number,
): Promise<Answer<Value>> {
  try {
    const sent = withinTime(send(functionName, { action, ...event }), longestMs);
    const envelope = (await sent) as Envelope<Value>;
    if (envelope?.ok === true) return { ok: true, value: envelope.value };
    return { ok: false, error: envelope?.error ?? emptyAnswer };
  } catch (failure) {
    return { ok: false, error: troubleOf(failure) };
  }
}

/** Words that WeChat has passed: a command that is sent again does not ask again. */
const passed = new Set<string>();

/** WeChat's objection to the words of a command; null also where it cannot be asked. */
async function objectionTo(said: readonly string[], input: unknown): Promise<EnvelopeError | null> {
  const words = Object(input) as Record<string, unknown>;
  const text = said.flatMap((name) => words[name] ?? []).join('\n');
  if (text.trim() === '' || passed.has(text)) return null;
  const answer = await ask(checkText, { input: { text } }, longestCheckMs);
  if (answer.ok) passed.add(text);
  return !answer.ok && answer.error.code === 'text-not-fit' ? answer.error : null;
}

/**
 * Calls one action. Never throws: why no answer came is told as a refusal is (see `troubleOf`).
 * What others will read is shown to WeChat first; where WeChat cannot be asked, the call goes on.
 * @param commandId for commands; the same id again has one effect
 */
export async function call<Input, Value>(
  contract: Contract<Input, Value>,
  input: Input,
  commandId?: string,
): Promise<Answer<Value>> {
  const { kind, said = [] } = contract;
  const error = await objectionTo(said, input);
  if (error) return { ok: false, error };
  const id = kind === 'query' ? undefined : (commandId ?? newCommandId());
  return ask(contract, { input, ...(id && { commandId: id }) }, longestCallMs);
}
