import type { CommandOutcome, CommandRecord } from '../../../cloudfunctions/runtime/command-log';
import type { Commit, Document } from '../../../local-cloud/engine';
import { saysTheSame } from '../../../src/domain/kernel/same';
import { differenceOf } from './model/compare';
import { followRun } from './model/follow-run';
import type { CommitView, RunView } from './model/job-rule';
import { followJob } from './model/jobs';
import { observe, observeDecisions } from './model/posting';
import { type AnyRule, inTerm, type Verdict, type Written } from './model/rule';
import { type Model, type ModelPerson, personFrom } from './model/state';

/** A call of a function that is running, as the model sees it. */
export type Running =
  | { kind: 'job'; action: string; run: RunView }
  | {
      kind: 'command' | 'run';
      action: string;
      commandId: string;
      rule: AnyRule;
      input: unknown;
      openid: string;
      personId: string;
      lookUp: string;
      /** Their papers as the call reads them: a command within its transaction, a run at once. */
      person: ModelPerson | null;
      /** What the model said when it began, and when its transaction did: that is what it reads. */
      verdicts: { atStart: Verdict; atBegin: Verdict };
    };

function viewOf(commit: Commit): CommitView {
  const byKey = new Map(commit.writes.map((write) => [`${write.collection}/${write.id}`, write]));
  const of = (collection: string) =>
    commit.writes.filter((write) => write.collection === collection);
  const documents = (collection: string) =>
    of(collection).flatMap(({ document }) => document ?? []) as (Document &
      Record<string, never>)[];
  const one = (collection: string, id: string) => byKey.get(`${collection}/${id}`)?.document;
  return {
    written: Object.assign(one, { all: documents }),
    documents,
    removed: (collection) =>
      of(collection).flatMap(({ id, document }) => (document === null ? [id] : [])),
    collections: new Set(commit.writes.map(({ collection }) => collection)),
  };
}

export type CommandRunning = Exclude<Running, { kind: 'job' }>;

/** What the model says now to somebody with these papers. */
export function verdictOf(
  model: Model,
  { rule, input, ...call }: Omit<CommandRunning, 'verdicts'>,
  atMs: number,
): Verdict {
  const { personId, lookUp, commandId } = call;
  const person = inTerm(call.person, atMs);
  return rule.decide(model, input as never, { personId, lookUp, person, commandId, atMs });
}

const inWords = (verdicts: readonly Verdict[]) =>
  [...new Set(verdicts.map(({ refusals }) => refusals.join(' or ') || 'ok'))].join(', or ');

/** The answer says what the model says; a rule that knows no answer may not be obeyed. */
function answerDiffers({ value }: Verdict, written: Written, answered: unknown): string[] {
  if (!value) return ['done, and the model knows no answer'];
  const found = (answered ?? {}) as Record<string, unknown>;
  return Object.entries(value(written)).flatMap(([field, wanted]) => {
    if (saysTheSame(found[field], wanted)) return [];
    const [says, means] = [found[field], wanted].map((each) => JSON.stringify(each));
    return [`answered ${field} ${says}, the model says ${means}`];
  });
}

/**
 * A transaction reads how things stood when it began, and what it does not write may have changed
 * since; what the product reads beside it may be newer. So either verdict may be met, of whoever
 * they were when it began.
 */
function followCommand(
  model: Model,
  running: CommandRunning,
  outcome: CommandOutcome,
  { written }: CommitView,
  atMs: number,
): string[] {
  const { rule, input, action, person } = running;
  const may = rule.may(model, input as never, inTerm(person, atMs));
  const who = may ? [] : [`${action} was done by somebody who may not`];
  const now = verdictOf(model, running, atMs);
  const { atStart, atBegin } = running.verdicts;
  const all = [now, atBegin, ...(running.kind === 'run' ? [atStart] : [])];
  if (!outcome.ok) {
    const { code } = outcome.error;
    const expected = all.find(({ refusals, perhaps = [] }) =>
      [...refusals, ...perhaps].includes(code),
    );
    expected?.anyway?.();
    if (expected) return who;
    return [...who, `refused for ${code}, the model says ${inWords(all)}`];
  }
  const allowing = all.filter(({ refusals }) => refusals.length === 0);
  if (allowing.length === 0) return [...who, `done, the model says ${inWords(all)}`];
  const fitting = allowing.find(({ fits }) => !fits || fits(written));
  if (!fitting) return [...who, 'chance decided what it could not'];
  const problems = fitting.effect?.(written) ?? [];
  return [...who, ...problems, ...answerDiffers(fitting, written, outcome.value)];
}

/** Only the server's time decides: all that is dated has the instant at which the call looked. */
function misdated(view: CommitView, atMs: number): string[] {
  const dated = [...view.documents('commands'), ...view.documents('entries')];
  return dated
    .filter((document) => document.atMs !== atMs)
    .map((document) => `${document._id} is dated ${document.atMs}, the clock said ${atMs}`);
}

/** Whoever writes somebody whose term is over may write them without it, before the night does. */
function dropOver(model: Model, view: CommitView, atMs: number): void {
  for (const document of view.documents('persons')) {
    const stored = personFrom(document as never);
    const person = model.persons.get(stored.personId);
    const left = inTerm(person ?? null, atMs);
    if (!person || !left || left.roles.length === person.roles.length) continue;
    const roles = person.roles.filter(
      (role) => left.roles.includes(role) || stored.roles.includes(role),
    );
    const terms = person.terms.filter((term) => roles.includes(term.split(' ')[0] ?? ''));
    model.persons.set(person.personId, { ...person, roles, terms });
  }
}

function followOne(model: Model, running: Running, view: CommitView, atMs: number): string[] {
  // Announced by the histories themselves, for whoever brings photos with a deed.
  if ([...view.collections].join() === 'uploads') return [];
  if (running.kind === 'job') return followJob(model, running, view, atMs);
  const [record] = view.documents('commands') as unknown as CommandRecord[];
  if (record?.outcome) return followCommand(model, running, record.outcome, view, atMs);
  if (record && running.kind === 'run') {
    return [...view.collections].join() === 'commands'
      ? []
      : ['a run began with more than its line'];
  }
  if (running.kind === 'run') return followRun(model, view);
  return [`${running.action} wrote something without its command`];
}

/** What was posted before the history began is not followed, also where it is looked at again. */
function isFromBefore(model: Model, collection: string, document: Document | null): boolean {
  const { recordId, recheck } = (document ?? {}) as { recordId?: string; recheck?: object };
  return collection === 'records' && recheck !== undefined && !model.records.has(recordId ?? '');
}

/**
 * One commit, in the order in which the engine made it: the model predicts its answer and effect,
 * then every document that was written is compared with the model.
 * @param atMs the clock when the call looked at it
 */
export function followCommit(
  model: Model,
  running: Running | null,
  commit: Commit,
  atMs: number,
): string[] {
  const view = viewOf(commit);
  if (!running) return [`nothing was running and wrote ${[...view.collections].join()}`];
  const problems = [...misdated(view, atMs), ...followOne(model, running, view, atMs)];
  dropOver(model, view, atMs);
  const differing = commit.writes.flatMap(({ collection, id, document }) =>
    isFromBefore(model, collection, document) ? [] : differenceOf(model, collection, id, document),
  );
  return [...problems, ...differing].map((problem) => `${running.action}: ${problem}`);
}

/** Every run that is under way sees the town change. */
export function observeAll(model: Model, runs: Iterable<Running>): void {
  for (const running of runs) if (running.kind === 'job') observe(model, running.run);
  observeDecisions(model);
}
