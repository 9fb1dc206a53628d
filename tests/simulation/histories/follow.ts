import type { CommandRecord } from '../../../cloudfunctions/runtime/command-log';
import type { Commit, Document } from '../../../local-cloud/engine';
import { differenceOf } from './model/compare';
import { type CommitView, followJob, followRun, observe, type RunView } from './model/jobs';
import type { AnyRule, Verdict } from './model/rule';
import type { Model, ModelPerson } from './model/state';

/** A call of a function that is running, as the model sees it. */
export type Running =
  | { kind: 'job'; action: string; run: RunView }
  | {
      kind: 'command' | 'run';
      action: string;
      commandId: string;
      rule: AnyRule;
      input: unknown;
      personId: string;
      /** Read before the transaction, so it may be older than what commits. */
      personAtStart: ModelPerson | null;
      /** What the model said when it began, and when its transaction did: that is what it reads. */
      verdicts: { atStart: readonly Verdict[]; atBegin: readonly Verdict[] };
    };

function viewOf(commit: Commit): CommitView {
  const byKey = new Map(commit.writes.map((write) => [`${write.collection}/${write.id}`, write]));
  const of = (collection: string) =>
    commit.writes.filter((write) => write.collection === collection);
  return {
    written: (collection, id) => byKey.get(`${collection}/${id}`)?.document,
    documents: (collection) =>
      of(collection).flatMap(({ document }) => document ?? []) as (Document &
        Record<string, never>)[],
    removed: (collection) =>
      of(collection).flatMap(({ id, document }) => (document === null ? [id] : [])),
  };
}

export type CommandRunning = Exclude<Running, { kind: 'job' }>;

/**
 * What the model says now. Somebody's papers are read before the transaction: they may have been
 * looked at as they were or as they are.
 */
export function verdictsOf(
  model: Model,
  running: CommandRunning,
  commandId: string,
  atMs: number,
): Verdict[] {
  const { personId, personAtStart, rule, input } = running;
  const now = model.persons.get(personId) ?? null;
  const people = personAtStart === now ? [now] : [personAtStart, now];
  return people.map((person) =>
    rule.decide(model, input as never, { personId, person, commandId, atMs }),
  );
}

const inWords = (verdicts: readonly Verdict[]) =>
  [...new Set(verdicts.map(({ refusals }) => refusals.join(' or ') || 'ok'))].join(', or ');

/**
 * A transaction reads how things stood when it began, and what it does not write may have changed
 * since; what the product reads beside it may be newer. So either verdict may be met.
 */
function followCommand(
  model: Model,
  running: CommandRunning,
  record: CommandRecord,
  { written }: CommitView,
): string[] {
  const { rule, input, action, personAtStart, personId } = running;
  const { outcome, commandId, atMs } = record;
  const people = [personAtStart, model.persons.get(personId) ?? null];
  const may = people.some((person) => rule.may(model, input as never, person));
  const who = may ? [] : [`${action} was done by somebody who may not`];
  const now = verdictsOf(model, running, commandId, atMs);
  const { atStart, atBegin } = running.verdicts;
  const all = [...now, ...atBegin, ...(running.kind === 'run' ? atStart : [])];
  if (!outcome.ok) {
    const { code } = outcome.error;
    const expected = all.find(({ refusals }) => refusals.includes(code));
    expected?.anyway?.();
    if (expected) return who;
    return [...who, `refused for ${code}, the model says ${inWords(all)}`];
  }
  const allowing = all.filter(({ refusals }) => refusals.length === 0);
  if (allowing.length === 0) return [...who, `done, the model says ${inWords(all)}`];
  const fitting = allowing.find(({ fits }) => !fits || fits(written));
  if (!fitting) return [...who, 'chance decided what it could not'];
  return [...who, ...(fitting.effect?.(written) ?? [])];
}

function followOne(model: Model, running: Running, view: CommitView): string[] {
  if (running.kind === 'job') return followJob(model, running.run, view);
  const [record] = view.documents('commands') as unknown as CommandRecord[];
  if (record) return followCommand(model, running, record, view);
  if (running.kind === 'run') return followRun(model, view);
  return [`${running.action} wrote something without its command`];
}

/**
 * One commit, in the order in which the engine made it: the model predicts its answer and effect,
 * then every document that was written is compared with the model.
 */
export function followCommit(model: Model, running: Running | null, commit: Commit): string[] {
  if (!running)
    return [
      `something was written although nothing was running: ${commit.writes.map((write) => write.collection).join()}`,
    ];
  const problems = followOne(model, running, viewOf(commit));
  const differing = commit.writes.flatMap(({ collection, id, document }) =>
    differenceOf(model, collection, id, document),
  );
  return [...problems, ...differing].map((problem) => `${running.action}: ${problem}`);
}

/** Every run that is under way sees the town change. */
export function observeAll(model: Model, runs: Iterable<Running>): void {
  for (const running of runs) if (running.kind === 'job') observe(model, running.run);
}
