import * as z from 'zod/mini';

// Functions and the mini-program forbid `new Function`; zod must not probe for it.
z.config({ jitless: true });

/** The functions an action can live in: one per context. */
export type FunctionName = 'people' | 'points' | 'exchange' | 'lists' | 'town' | 'wechat' | 'jobs';

/**
 * How an action runs:
 * - `query` reads only;
 * - `command` decides and writes in one transaction, once per command id;
 * - `run` works through many transactions, each idempotent by document id, and can be resumed
 *   by sending the same command again;
 * - `job` is a `run` started by the platform's timer, never by a person.
 */
export type ActionKind = 'query' | 'command' | 'run' | 'job';

/** What phone and cloud agree on for one action. The only language between the two. */
export type Contract<Input = unknown, Value = unknown, Code extends string = string> = {
  readonly functionName: FunctionName;
  /** kebab-case verb-noun, unique within its function. */
  readonly action: string;
  /** zh-CN, what a person would say they are doing. */
  readonly title: string;
  readonly kind: ActionKind;
  readonly input: z.ZodMiniType<Input>;
  /** Also the whitelist of the answer: what it does not name never leaves the cloud. */
  readonly value: z.ZodMiniType<Value>;
  /** Codes this action's own rules may answer with, beside the common ones. */
  readonly refusals: readonly Code[];
  /** Fields of the input that a person writes and others read: WeChat wants them looked at. */
  readonly said?: readonly string[];
  /**
   * Fields of the input that the command log keeps for good: ids, amounts, roles, prices, a yes or
   * no; never what a person writes, never what says who somebody is.
   */
  readonly logged?: readonly string[];
  /**
   * May be done for another household by whoever acts for it (`proxyId` in the input): then it is
   * that household's own act.
   */
  readonly byProxy?: true;
};

/** Declares a contract; types follow from its two schemas and its codes. */
export function contract<Input, Value, Code extends string>(
  parts: Contract<Input, Value, Code> & {
    said?: readonly (keyof Input & string)[];
    logged?: readonly (keyof Input & string)[];
  },
): Contract<Input, Value, Code> {
  return Object.freeze(parts);
}

export type InputOf<C> = C extends Contract<infer Input, unknown> ? Input : never;
export type ValueOf<C> =
  C extends Contract<never, infer Value>
    ? Value
    : C extends Contract<infer _Input, infer Value>
      ? Value
      : never;

/** What a caller sends to a function. Identity is never in here. */
export type ActionEvent = { action: string; commandId?: string; input?: unknown };

export type EnvelopeError = { code: string; message: string; details?: Record<string, unknown> };

export type Envelope<Value> =
  | { ok: true; value: Value; requestId: string }
  | { ok: false; error: EnvelopeError; requestId: string };
