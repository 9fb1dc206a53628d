/**
 * An expected "no": the person is told why and what to do next, and nothing is written.
 * `code` is kebab-case and stands on the action's contract; `message` is a zh-CN sentence.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** Throws a `Refusal`. */
export function refuse(code: string, message: string, details?: Record<string, unknown>): never {
  throw new Refusal(code, message, details);
}

/** For what cannot happen unless we erred: never shown to a person. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion: ${message}`);
}
