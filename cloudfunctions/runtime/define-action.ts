import type { Contract } from '../../src/contracts/contract';
import type { Templates } from '../../src/domain/messages/templates';
import type { Role } from '../../src/domain/people/types';
import type { Caller } from './caller';
import type { Files } from './files';
import type { Secret } from './secret';
import type { Reader, Store, Transaction } from './store/store';

/** Where an action takes place: what a role must be held at. */
export type Place = { householdId?: string; villageId?: string; shopId?: string };

/**
 * Who may call. A role without `at` may be held anywhere; with `at` it must be held at the place of
 * the action. No row fits: refused.
 */
export type Allow =
  | { who: 'anyone' | 'wechat-user' | 'timer' }
  | { who: Role; at?: 'own-household' | 'own-village' | 'own-shop' };

export type Common<Input> = {
  input: Input;
  caller: Caller;
  nowMs: number;
  requestId: string;
  secret: Secret;
  files: Files;
  /** What people can be told outside the app; nothing where no template is set up. */
  templates: Templates;
  /** A new time-ordered id (ULID). */
  newId(): string;
  /** False when what is begun now might be cut off: then the rest is left to the next call. */
  hasTime(): boolean;
};

export type QueryContext<Input> = Common<Input> & { read: Reader };
export type CommandContext<Input> = Common<Input> & {
  /** Made by the client, once per intent; the id of what the command creates. */
  commandId: string;
  personId: string;
  lookUp: string;
  tx: Transaction;
  /** Turned down before: somebody wrote what the transaction rests on, or has an id of it. */
  again: boolean;
  /** Outside the transaction: for documents that never change, and for queries. */
  read: Reader;
  /** A write that stays although the command is refused; only to what `keepsOnRefusal` names. */
  keep<T extends object>(collection: 'attempts' | 'demands', id: string, data: T): void;
  /**
   * Done once the command stands, outside of it: what it leaves undone where it is cut off, or
   * fails, must hurt nothing and be found by a job.
   */
  afterCommit(work: () => Promise<void>): void;
};
export type RunContext<Input> = Common<Input> & { commandId: string; store: Store };

type Parts<Input, Value> = {
  contract: Contract<Input, Value>;
  allow: readonly Allow[];
  /** Finds the place of the action from its input; may refuse where the thing is not there. */
  place?: (context: QueryContext<Input>) => Promise<Place> | Place;
  keepsOnRefusal?: readonly ('attempts' | 'demands')[];
  /**
   * Refusals of a command that are not even logged: they come before anything is done or counted,
   * and whoever has not joined may call for them without end. The same command may succeed later.
   */
  leavesNothing?: readonly string[];
  /** A query that costs the town money, or takes guesses: so many tries a day and person. */
  countsTries?: { named: string; whatNext: string; most?: number };
};

/** An action as the pipeline sees it. `run` takes the context its contract's kind calls for. */
export type Action = Parts<never, unknown> & {
  run: (context: never) => Promise<unknown>;
  atOnce?: { fits: (input: never) => boolean; run: (context: never) => Promise<unknown> };
};

/** One action: its contract, who may call it, and what it does. One file each. */
export function defineQuery<Input, Value>(
  parts: Parts<Input, Value> & { run: (context: QueryContext<Input>) => Promise<NoInfer<Value>> },
): Action {
  return parts as unknown as Action;
}

/** A run that is small enough to be done as a command: in one transaction, with its line. */
export type AtOnce<Input, Value> = {
  /** By the input alone, so that the same command is always done the same way. */
  fits: (input: Input) => boolean;
  run: (context: CommandContext<Input>) => Promise<Value>;
};

export function defineCommand<Input, Value>(
  parts: Parts<Input, Value> & { run: (context: CommandContext<Input>) => Promise<NoInfer<Value>> },
): Action {
  return parts as unknown as Action;
}

/** For contracts of kind `run` and `job`. */
export function defineRun<Input, Value>(
  parts: Parts<Input, Value> & {
    run: (context: RunContext<Input>) => Promise<NoInfer<Value>>;
    atOnce?: AtOnce<Input, NoInfer<Value>>;
  },
): Action {
  return parts as unknown as Action;
}
