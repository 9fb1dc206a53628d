import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Identity } from '../../cloudfunctions/runtime/caller';
import type { Role } from '../../src/domain/people/types';
import { whereItBroke } from '../proof/call';
import { cardOf, cardPage, type EveryAction, everyAction, isCommanded } from '../proof/cards';
import { type Column, held, homeOf, type Position, placeOfRole } from './authority-actors';
import { notToBeSeen, sourcesIn } from './authority-readers';
import { type Outcome, openStage, type Stage } from './authority-stage';
import { cellKey, type Row, tableOf } from './authority-table';
import { cells, verdictOf } from './authority-verdict';
import { notAllowed, viewerAt } from './authority-viewers';

const tableFile = path.join(__dirname, 'authority-matrix.md');
const denials = ['log-in-first', 'join-first', 'not-yours', 'not-your-job', 'action-unknown'];

const identities: Partial<Record<Column, Identity>> = {
  unjoined: { kind: 'wechat', openid: 'somebody-unjoined' },
  nobody: { kind: 'nobody' },
  timer: { kind: 'timer' },
  'false-timer': { kind: 'wechat', openid: 'somebody-unjoined' },
};

/** Who reads: where they live, and the one role they hold. */
function readerAt({ subject, town }: Stage, column: Column, position: Position | null) {
  if (position === null) return { householdId: null, villageId: null, roles: [] };
  const role = column as Role;
  const roles = [held(role, placeOfRole(role, position, subject))];
  const householdId = homeOf(position, subject);
  const home = householdId && town.engine.get('households', householdId);
  return { householdId, villageId: home ? String(home.villageId) : null, roles };
}

function callAs(stage: Stage, action: string, column: Column, position: Position | null) {
  const identity = identities[column];
  if (identity) {
    const shape = { Type: 'Timer', TriggerName: action, Time: '2026-11-02T01:00:00Z' };
    return stage.asStranger(identity, column === 'false-timer' ? shape : {});
  }
  const { subject } = stage;
  if (!position) throw new Error('a role is held somewhere');
  const cast = { openid: `${column}-of-${position}`, ...readerAt(stage, column, position) };
  return stage.as(cast, position === 'near-relative' ? subject.householdId : undefined);
}

/** What a verdict allows to be written; null where what was done decides. */
function commitsOf(action: EveryAction, verdict: string): string[][] | null {
  // A query writes nothing, but that it was asked where its calls are counted.
  const ofQuery = action.keeps.length > 0 ? [[...action.keeps]] : [];
  if (verdict === 'ok') return isCommanded(action) || action.kind === 'job' ? null : ofQuery;
  if (verdict === 'denied' || !isCommanded(action) || action.leavesNothing.includes(verdict))
    return [];
  // Of a run its line stands before it begins; then what it came to.
  if (action.kind === 'run') return [['commands'], ['commands']];
  // A rule refused: the attempt stands in the command log, and is counted.
  return [['attempts', 'commands']];
}

function problemsOf(action: EveryAction, verdict: string, outcome: Outcome): string[] {
  const { code, commits } = outcome;
  const problems: string[] = [];
  const said = verdict === 'denied' ? denials.includes(code) : code === verdict;
  if (!said) problems.push(`${code} where its card says ${verdict} (${cardPage})`);
  const wanted = commitsOf(action, verdict);
  const written = JSON.stringify(commits);
  const isWanted = wanted === null || written === JSON.stringify(wanted);
  if (!isWanted) problems.push(`wrote ${written}`);
  if (verdict === 'ok' && wanted === null && commits.length === 0) problems.push('wrote nothing');
  return problems;
}

const rows: Row[] = [];
let disagreeing = 0;

test.each(everyAction)('$name is done by whom its card names, and by nobody else', async (each) => {
  const stage = await openStage(each);
  const codes = new Map<string, string>();
  const problems: string[] = [];
  const sources = each.kind === 'query' ? sourcesIn(stage.town.engine) : new Map();
  for (const { column, position } of cells) {
    const outcome = await callAs(stage, each.action, column, position);
    codes.set(cellKey(column, position), outcome.code);
    const verdict = verdictOf(each, column, position);
    const viewer = viewerAt(column, position);
    const shown = viewer ? notAllowed(cardOf(each).publishes, viewer, outcome.value) : [];
    const leaks = shown.map((path) => `sees ${path}, which its card lets no ${viewer} see`);
    const kept = notToBeSeen(sources, outcome.value, readerAt(stage, column, position));
    leaks.push(...kept.map((field) => `sees ${field}, which no kind's card lets them see`));
    const broke = outcome.code === 'not-available' ? [whereItBroke(stage.town)] : [];
    for (const problem of [...problemsOf(each, verdict, outcome), ...leaks, ...broke]) {
      problems.push(`${column} ${position ?? ''}: ${problem}`);
    }
  }
  rows.push({ action: each.name, codes });
  disagreeing += problems.length;
  expect(problems).toEqual([]);
});

test('the table in the tree is what the actions do', () => {
  const table = tableOf(rows);
  // What a card denies is never written down as what is.
  expect(`${disagreeing} cells disagree with their cards`).toBe(
    '0 cells disagree with their cards',
  );
  if (process.env.UPDATE_AUTHORITY) writeFileSync(tableFile, table);
  const now = readFileSync(tableFile, 'utf8').split('\n');
  const missing = table.split('\n').filter((line) => !now.includes(line));
  const whatNext = 'UPDATE_AUTHORITY=1 npx jest tests/security/authority.test.ts writes this row: ';
  expect(missing.map((line) => whatNext + line)).toEqual([]);
  expect(now.join('\n')).toBe(table);
});
