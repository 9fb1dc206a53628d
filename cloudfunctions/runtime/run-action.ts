import { commonRefusals } from '../../src/contracts/refusals';
import { assert, Refusal, refuse } from '../../src/domain/kernel/refusal';
import { countTry } from '../../src/domain/people/attempts';
import type { Attempts } from '../../src/domain/people/types';
import {
  type CommandOutcome,
  type CommandRecord,
  commandKey,
  commandsCollection,
  hashBody,
  outcomeOf,
} from './command-log';
import type { Action, CommandContext, Common, RunContext } from './define-action';
import type { Reader, Store } from './store/store';

type Attempt = { action: Action; common: Common<unknown>; commandId: string };

/** A commit whose answer was lost is looked up in the command log when it is tried again. */
const foundInTheLog = { findsItself: true };

/** Who is calling and whether they may, as of a reader. @throws Refusal where they may not */
export type Admit = (reader: Pick<Reader, 'get'>) => Promise<Common<unknown>>;

function personIdOf(common: Common<unknown>): string {
  const { personId } = common.caller;
  if (personId === null) refuse('log-in-first', commonRefusals['log-in-first']);
  return personId;
}

function valueFrom(outcome: CommandOutcome): unknown {
  if (outcome.ok) return outcome.value;
  const { code, message, details } = outcome.error;
  throw new Refusal(code, message, details);
}

function outcomeOfRefusal({ code, message, details }: Refusal): CommandOutcome {
  return { ok: false, error: { code, message, ...(details && { details }) } };
}

function recordOf(attempt: Attempt, bodyHash: string, outcome: CommandOutcome): CommandRecord {
  const { action, common, commandId } = attempt;
  return {
    personId: personIdOf(common),
    commandId,
    action: `${action.contract.functionName}.${action.contract.action}`,
    bodyHash,
    atMs: common.nowMs,
    requestId: common.requestId,
    outcome,
  };
}

function identityOf(attempt: Attempt) {
  const { action, common, commandId } = attempt;
  const name = `${action.contract.functionName}.${action.contract.action}`;
  const key = commandKey(personIdOf(common), commandId);
  return { name, key, bodyHash: hashBody(common.secret, name, common.input) };
}

/**
 * One transaction: the command's effects and its log entry, or its log entry alone when the domain
 * refuses. The same id again gives the stored outcome.
 */
export async function runCommand({
  admit,
  store,
  ...command
}: Omit<Attempt, 'common'> & { admit: Admit; store: Store }): Promise<unknown> {
  const outcome = await store.transact(async (tx): Promise<CommandOutcome> => {
    const attempt = { ...command, common: await admit(tx) };
    const { action, common, commandId } = attempt;
    const { name, key, bodyHash } = identityOf(attempt);
    const known = await tx.get<CommandRecord>(commandsCollection, key);
    if (known) return outcomeOf(known, name, bodyHash);
    const kept: (() => void)[] = [];
    const context: CommandContext<unknown> = {
      ...common,
      commandId,
      personId: personIdOf(common),
      tx,
      read: store,
      keep(collection, id, data) {
        assert(action.keepsOnRefusal?.includes(collection), `${name} may not keep ${collection}`);
        kept.push(() => tx.set(collection, id, data));
      },
    };
    const result = await decide(() => action.run(context as never));
    if (!result.ok) tx.discard();
    if (!result.ok && action.leavesNothing?.includes(result.error.code)) return result;
    for (const write of kept) write();
    tx.create(commandsCollection, key, recordOf(attempt, bodyHash, result));
    return result;
  }, foundInTheLog);
  return valueFrom(outcome);
}

async function decide(run: () => Promise<unknown>): Promise<CommandOutcome> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (error instanceof Refusal) return outcomeOfRefusal(error);
    throw error;
  }
}

/**
 * One more try of today, for a query that declares it. It is committed before the query runs, so
 * that calls at once do not get past the last one.
 * @throws Refusal `too-many-tries`
 */
export async function countQuery({ countsTries }: Action, common: Common<unknown>, store: Store) {
  if (!countsTries) return;
  const { named, whatNext } = countsTries;
  const triesId = `${named}.${personIdOf(common)}`;
  await store.transact(async (tx) => {
    const before = await tx.get<Attempts>('attempts', triesId);
    tx.set('attempts', triesId, countTry(before, common.nowMs, whatNext).attempts);
  });
}

/**
 * Many transactions, each idempotent by document id; the log entry is written when all are through,
 * so a call that was cut off is taken up again by sending the same command.
 */
export async function runResumable(attempt: Attempt & { store: Store }): Promise<unknown> {
  const { action, common, commandId, store } = attempt;
  const { name, key, bodyHash } = identityOf(attempt);
  const known = await store.get<CommandRecord>(commandsCollection, key);
  if (known) return valueFrom(outcomeOf(known, name, bodyHash));
  const context: RunContext<unknown> = { ...common, commandId, store };
  const result = await decide(() => action.run(context as never));
  const outcome = await store.transact(async (tx): Promise<CommandOutcome> => {
    const earlier = await tx.get<CommandRecord>(commandsCollection, key);
    if (earlier) return outcomeOf(earlier, name, bodyHash);
    tx.create(commandsCollection, key, recordOf(attempt, bodyHash, result));
    return result;
  }, foundInTheLog);
  return valueFrom(outcome);
}
