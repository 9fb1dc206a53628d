import { commonRefusals } from '../../src/contracts/refusals';
import { assert, Refusal, refuse } from '../../src/domain/kernel/refusal';
import { countTry, oneMore, refusalsLoggedPerDay } from '../../src/domain/people/attempts';
import type { Attempts } from '../../src/domain/people/types';
import { lookUpsOf, mustHaveTime } from './caller';
import {
  bodyOf,
  type CommandOutcome,
  type CommandRecord,
  commandKey,
  commandsCollection,
  outcomeOf,
} from './command-log';
import type { Action, CommandContext, Common, RunContext } from './define-action';
import type { Reader, Store, Transaction } from './store/store';
import { countInVisit } from './visit';

type Attempt = { action: Action; common: Common<unknown>; commandId: string };

/** A commit whose answer was lost is looked up in the command log when it is tried again. */
const foundInTheLog = { findsItself: true };

/** Who is calling and whether they may, as of a reader. @throws Refusal where they may not */
export type Admit = (reader: Pick<Reader, 'get'>) => Promise<Common<unknown>>;

function refuseNobody(): never {
  refuse('log-in-first', commonRefusals['log-in-first']);
}

/** Their guesses and refusals of a day are counted by the look-up: known or not, it is one. */
const lookUpOf = ({ caller }: Common<unknown>) => caller.lookUp ?? refuseNobody();
const personIdOf = ({ caller }: Common<unknown>) => caller.personId ?? refuseNobody();

function valueFrom(outcome: CommandOutcome): unknown {
  if (outcome.ok) return outcome.value;
  const { code, message, details } = outcome.error;
  throw new Refusal(code, message, details);
}

function outcomeOfRefusal({ code, message, details }: Refusal): CommandOutcome {
  return { ok: false, error: { code, message, ...(details && { details }) } };
}

const isForEverybody = ({ allow }: Action) => allow.some(({ who }) => who === 'wechat-user');

/**
 * What anybody may send is kept under the look-up: whoever sends it may become known by it, and the
 * same command sent again must find what it came to. While a key is replaced, under each of them.
 */
function keysOf({ action, common, commandId }: Attempt): string[] {
  const { identity, personId } = common.caller;
  if (!isForEverybody(action) || identity.kind !== 'wechat') {
    return [commandKey(personId ?? refuseNobody(), commandId)];
  }
  const lookUps = lookUpsOf(common.secret, identity.openid);
  return lookUps.map((each) => commandKey(each, commandId));
}

function identityOf(attempt: Attempt) {
  const { action, common } = attempt;
  const { contract } = action;
  const name = `${contract.functionName}.${contract.action}`;
  const [key = '', ...olderKeys] = keysOf(attempt);
  const body = bodyOf(name, common.input);
  return { name, key, olderKeys, body, bodyHash: common.secret.sign('command', body) };
}

/** The line of the same command, if it was sent before. */
async function readLine(attempt: Attempt, tx: Transaction): Promise<CommandRecord | null> {
  const { key, olderKeys } = identityOf(attempt);
  for (const each of [key, ...olderKeys]) {
    const known = await tx.get<CommandRecord>(commandsCollection, each);
    if (known) return known;
  }
  return null;
}

/** What the same command came to before. @throws Refusal `command-reused` */
function earlierOutcome(known: CommandRecord | null, attempt: Attempt): CommandOutcome | null {
  const { name, body } = identityOf(attempt);
  const isSame = (hash: string) => attempt.common.secret.matchesKept('command', body, hash);
  return known && outcomeOf(known, name, isSame);
}

function recordOf(attempt: Attempt, outcome: CommandRecord['outcome']): CommandRecord {
  const { action, common, commandId } = attempt;
  const { name, bodyHash } = identityOf(attempt);
  const given = Object(common.input) as Record<string, unknown>;
  const named = (action.contract.logged ?? []).filter((field) => given[field] !== undefined);
  return {
    ...{ personId: personIdOf(common), commandId, action: name, bodyHash },
    asked: Object.fromEntries(named.map((field) => [field, given[field]])),
    ...{ atMs: common.nowMs, requestId: common.requestId, outcome },
  };
}

/**
 * A refusal changes nothing, yet its line stays for good: of one person so many a day, no more.
 * @returns false where today's are used up
 */
async function countRefusal(tx: Transaction, common: Common<unknown>): Promise<boolean> {
  const key = `refused.${lookUpOf(common)}`;
  const refused = oneMore(await tx.get<Attempts>('attempts', key), common.nowMs);
  if (refused.tries > refusalsLoggedPerDay) return false;
  tx.set('attempts', key, refused);
  return true;
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
  const after: (() => Promise<void>)[] = [];
  let tries = 0;
  const outcome = await store.transact(async (tx): Promise<CommandOutcome> => {
    // Of the try before this one nothing stands.
    after.length = 0;
    tries += 1;
    const attempt = { ...command, common: await admit(tx) };
    const { action, common, commandId } = attempt;
    const { name, key } = identityOf(attempt);
    const earlier = earlierOutcome(await readLine(attempt, tx), attempt);
    if (earlier) return earlier;
    const kept: (() => void)[] = [];
    const context: CommandContext<unknown> = {
      ...common,
      commandId,
      personId: personIdOf(common),
      lookUp: lookUpOf(common),
      tx,
      again: tries > 1,
      read: store,
      keep(collection, id, data) {
        assert(action.keepsOnRefusal?.includes(collection), `${name} may not keep ${collection}`);
        kept.push(() => tx.set(collection, id, data));
      },
      afterCommit: (work) => void after.push(work),
    };
    const result = await decide(async () => {
      // Only now: what was done in time is told as it was, however late it is asked again.
      mustHaveTime(common.caller, common.nowMs);
      const value = await action.run(context as never);
      const { proxy } = common.caller;
      if (proxy) await countInVisit(tx, proxy, action.contract.action);
      return value;
    });
    if (!result.ok) tx.discard();
    if (!result.ok && action.leavesNothing?.includes(result.error.code)) return result;
    const isLogged = result.ok || (await countRefusal(tx, attempt.common));
    for (const write of kept) write();
    if (isLogged) tx.create(commandsCollection, key, recordOf(attempt, result));
    return result;
  }, foundInTheLog);
  // It stands whatever becomes of this: a failure here must not be told as the command's.
  if (outcome.ok) await Promise.all(after.map((work) => work().catch(() => undefined)));
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
  const { named, whatNext, most } = countsTries;
  const triesId = `${named}.${lookUpOf(common)}`;
  await store.transact(async (tx) => {
    const before = await tx.get<Attempts>('attempts', triesId);
    tx.set('attempts', triesId, countTry(before, common.nowMs, whatNext, most).attempts);
  });
}

/**
 * Many transactions, each idempotent by document id. Its line is written before the first, so that
 * nobody can send something else under the id of a run that was cut off; the outcome is added when
 * all are through, and until then the same command takes the run up again.
 */
export async function runResumable(attempt: Attempt & { store: Store }): Promise<unknown> {
  const { action, common, commandId, store } = attempt;
  const { key } = identityOf(attempt);
  const before = await store.transact(async (tx) => {
    const known = await readLine(attempt, tx);
    if (!known) tx.create(commandsCollection, key, recordOf(attempt, null));
    return earlierOutcome(known, attempt);
  }, foundInTheLog);
  if (before) return valueFrom(before);
  const context: RunContext<unknown> = { ...common, commandId, store };
  const result = await decide(() => action.run(context as never));
  const outcome = await store.transact(async (tx): Promise<CommandOutcome> => {
    const earlier = earlierOutcome(await readLine(attempt, tx), attempt);
    if (!earlier) tx.set(commandsCollection, key, recordOf(attempt, result));
    return earlier ?? result;
  }, foundInTheLog);
  return valueFrom(outcome);
}
