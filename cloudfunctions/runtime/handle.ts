import * as z from 'zod/mini';
import type { ActionEvent, Contract, Envelope } from '../../src/contracts/contract';
import { ulid } from '../../src/contracts/fields';
import { turnsDirection } from '../../src/contracts/plain-text';
import { type CommonRefusal, commonRefusals } from '../../src/contracts/refusals';
import { Refusal, refuse } from '../../src/domain/kernel/refusal';
import { dayOf } from '../../src/domain/kernel/time';
import type { Templates } from '../../src/domain/messages/templates';
import { AnswerTooLarge, mustFitAPhone } from './answer-size';
import { authorise } from './authorise';
import { actingFor, type Identity, mustHaveTime, readCaller, whoseTermRuns } from './caller';
import type { Action, Common, Place, QueryContext } from './define-action';
import type { Files } from './files';
import { type Admit, countQuery, runCommand, runResumable } from './run-action';
import type { Secret } from './secret';
import { type Reader, type Store, StoreBusy } from './store/store';

/** What the pipeline needs from outside: everything that is not pure comes in here. */
export type Ports = {
  store: Store;
  files: Files;
  secret: Secret;
  /** None where nobody says. */
  templates?: Templates;
  nowMs(): number;
  /** Whether what is stored is of this program's version; always, where nobody says. */
  fits?(): Promise<boolean>;
  /** Whether the call may begin something more; always, where nobody says. */
  hasTime?(): boolean;
  newId(): string;
  log(line: Record<string, unknown>): void;
};

export type Handle = (
  event: unknown,
  identity: Identity,
  requestId: string,
) => Promise<Envelope<unknown>>;

/** A phone may send 100 KB in all; photos and files travel through storage. */
const longestEventBytes = 90_000;

const eventShape = z.object({
  action: z.string().check(z.maxLength(60)),
  commandId: z.optional(ulid),
  input: z.optional(z.unknown()),
});

function refuseCommon(code: CommonRefusal, details?: Record<string, unknown>): never {
  refuse(code, commonRefusals[code], details);
}

/** A parser reads deeper nesting than can be written again: that is no honest event either. */
function isTooLarge(event: unknown): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(event ?? null)) > longestEventBytes;
  } catch {
    return true;
  }
}

function parseEvent(event: unknown): ActionEvent {
  if (isTooLarge(event)) refuseCommon('input-too-large');
  const parsed = eventShape.safeParse(event);
  if (!parsed.success) refuseCommon('event-malformed');
  return parsed.data;
}

/** Where a text turns the direction of reading, as the contract names its fields. */
function turnedFields(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return turnsDirection(value) ? [path.join('.') || '(whole)'] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => turnedFields(each, [...path, key]));
}

function parseInput<Input>(contract: Contract<Input, unknown>, input: unknown): Input {
  const parsed = contract.input.safeParse(input ?? {});
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || '(whole)');
    refuseCommon('input-invalid', { fields: [...new Set(fields)].slice(0, 10) });
  }
  const turned = turnedFields(input);
  if (turned.length > 0) refuseCommon('text-turned', { fields: turned.slice(0, 10) });
  return parsed.data;
}

/** A timer's event names its trigger; the trigger is named after the action. */
function timerEvent(event: unknown): ActionEvent {
  const name = (event as { TriggerName?: unknown } | null)?.TriggerName;
  return typeof name === 'string' ? { action: name, input: {} } : parseEvent(event);
}

function codeOf(error: unknown): CommonRefusal {
  if (error instanceof StoreBusy) return error.mayStand ? 'unclear' : 'busy';
  return error instanceof AnswerTooLarge && error.mayStand ? 'unclear' : 'not-available';
}

function failure(error: unknown, requestId: string): Envelope<never> & { ok: false } {
  if (error instanceof Refusal) {
    const { code, message, details } = error;
    return { ok: false, error: { code, message, ...(details && { details }) }, requestId };
  }
  const code = codeOf(error);
  return { ok: false, error: { code, message: commonRefusals[code] }, requestId };
}

type LogLine = { requestId: string; action: string; code: string; tookMs: number; at?: string[] };

/** Where it broke, without its message: a message may hold what a person typed. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [typeof error];
  // A message may run over several lines, so frames are known by their look, not by their place.
  const frames = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line)) ?? [];
  return [error.name, ...frames.slice(0, 5)];
}

type Sent = { input: unknown; commandId: string | undefined };

async function runByKind(
  action: Action,
  admit: Admit,
  store: Store,
  { input, commandId }: Sent,
): Promise<unknown> {
  const atOnce = action.atOnce?.fits(input as never) ? action.atOnce.run : null;
  const { kind } = action.contract;
  if (kind === 'command' && commandId) return runCommand({ action, admit, commandId, store });
  if (atOnce && commandId) {
    return runCommand({ action: { ...action, run: atOnce }, admit, commandId, store });
  }
  const common = await admit(store);
  mustHaveTime(common.caller, common.nowMs);
  if (kind === 'query') {
    await countQuery(action, common, store);
    return action.run({ ...common, read: store } as never);
  }
  if (kind === 'job') return action.run({ ...common, commandId: common.newId(), store } as never);
  if (!commandId) refuseCommon('command-id-missing');
  return runResumable({ action, common, commandId, store });
}

/**
 * Nothing runs that could write before it is known that the data is of this version. A reading
 * goes on beside the question; what it comes to counts only if the data is.
 */
async function ifItFits(
  fits: () => Promise<boolean>,
  action: Action,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const onlyReads = action.contract.kind === 'query' && !action.countsTries;
  const [fitting, running] = await Promise.allSettled([
    fits(),
    onlyReads ? run() : Promise.resolve(),
  ]);
  if (fitting.status === 'rejected') throw fitting.reason;
  if (!fitting.value) refuseCommon('data-version');
  if (!onlyReads) return run();
  if (running.status === 'rejected') throw running.reason;
  return running.value;
}

/**
 * The life of an action, for every action and nowhere else: parse → authorise → look the command
 * up → transact → command log → public projection → envelope. A command is authorised within its
 * transaction, again in each attempt: an office that was taken away while it waited decides nothing
 * any more. Who may not is told so and leaves no line: the log would be anybody's to fill.
 */
export function createHandle(actions: readonly Action[], ports: Ports): Handle {
  const byName = new Map(actions.map((action) => [action.contract.action, action]));
  const { store, files, secret, templates = {}, newId, hasTime = () => true } = ports;
  const { fits = () => Promise.resolve(true) } = ports;

  async function perform(
    action: Action,
    { input: raw, commandId }: ActionEvent,
    identity: Identity,
    requestId: string,
  ): Promise<unknown> {
    const contract = action.contract as Contract<unknown, unknown>;
    const input = parseInput(contract, raw);
    const nowMs = ports.nowMs();
    const findPlace = action.place as
      | ((context: QueryContext<unknown>) => Promise<Place> | Place)
      | undefined;
    // What a place is found by, a command has read in its own transaction.
    const readingBy = ({ get }: Pick<Reader, 'get'>): Reader => ({
      get: (collection, id) => get(collection, id),
      query: (collection, query) => store.query(collection, query),
    });
    const admit: Admit = async (reader) => {
      const asked = whoseTermRuns(await readCaller(identity, reader, secret), dayOf(nowMs));
      const caller = contract.byProxy ? actingFor(asked, input) : asked;
      const given = { secret, files, templates, newId, hasTime };
      const common: Common<unknown> = { input, caller, nowMs, requestId, ...given };
      const place = findPlace && (async () => findPlace({ ...common, read: readingBy(reader) }));
      await authorise(caller, action.allow, place ?? null);
      return common;
    };
    const value = contract.value.parse(await runByKind(action, admit, store, { input, commandId }));
    mustFitAPhone(value, contract.kind !== 'query');
    return value;
  }

  return async (event, identity, requestId) => {
    const startedAtMs = ports.nowMs();
    const line: LogLine = { requestId, action: '(unknown)', code: 'ok', tookMs: 0 };
    let envelope: Envelope<unknown>;
    try {
      const parsed = identity.kind === 'timer' ? timerEvent(event) : parseEvent(event);
      const action = byName.get(parsed.action);
      if (!action) refuseCommon('action-unknown');
      line.action = parsed.action;
      const value = await ifItFits(fits, action, () =>
        perform(action, parsed, identity, requestId),
      );
      envelope = { ok: true, value, requestId };
    } catch (error) {
      envelope = failure(error, requestId);
      line.code = envelope.ok ? 'ok' : envelope.error.code;
      if (!(error instanceof Refusal)) line.at = framesOf(error);
    }
    ports.log({ ...line, tookMs: ports.nowMs() - startedAtMs });
    return envelope;
  };
}
