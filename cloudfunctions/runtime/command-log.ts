import type { EnvelopeError } from '../../src/contracts/contract';
import { commonRefusals } from '../../src/contracts/refusals';
import { refuse } from '../../src/domain/kernel/refusal';

/**
 * `commands/{personId}.{commandId}`, or under the look-up where anybody may send it: who asked what
 * when and what came of it. The command log is the audit log: written with the command's own
 * effects, a run's before it begins; nothing of it is changed but a run's outcome, once, and
 * nothing is deleted.
 */
export type CommandRecord = {
  personId: string;
  commandId: string;
  action: string;
  bodyHash: string;
  /** What the contract names of the input (`logged`), so that it can be read back. */
  asked: Record<string, unknown>;
  atMs: number;
  requestId: string;
  /** Null while a run goes on, or was cut off: the same command takes it up again. */
  outcome: CommandOutcome | null;
};

export type CommandOutcome = { ok: true; value: unknown } | { ok: false; error: EnvelopeError };

export const commandsCollection = 'commands';

export function commandKey(personId: string, commandId: string): string {
  return `${personId}.${commandId}`;
}

/**
 * What is hashed of a command, with a key, so that nobody finds a person's words by guessing.
 * Fields come in the schema's order.
 */
export function bodyOf(action: string, input: unknown): string {
  return `${action}\n${JSON.stringify(input)}`;
}

/**
 * What the same command came to before; null for a run that has not ended.
 * @throws Refusal `command-reused` when the id was used for something else
 */
export function outcomeOf(
  known: CommandRecord,
  action: string,
  isItsBody: (bodyHash: string) => boolean,
): CommandOutcome | null {
  if (known.action !== action || !isItsBody(known.bodyHash)) {
    refuse('command-reused', commonRefusals['command-reused']);
  }
  return known.outcome;
}
