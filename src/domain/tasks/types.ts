/**
 * Tasks: whatever waits for somebody, one document for each waiting record, join request, order,
 * frozen household and act of office, written or removed in the very transaction that moves it.
 *
 * - Who is waited for follows from the rows of the workflow tables (`records/record-workflow.ts`,
 *   `people/join-workflow.ts`, `people/freeze-workflow.ts`, `people/entries-workflow.ts`,
 *   `people/offices/office-workflow.ts`, `people/entry/entry-request-workflow.ts`,
 *   `people/links/link-workflow.ts`, `people/life/life-workflow.ts`,
 *   `people/rolls/roll-workflow.ts`, `exchange/order-workflow.ts`): a row with a `due` is waited
 *   for, its `by` says by whom, its `needs` who of them may not (`waiting.ts` asks them). Nothing
 *   of it is stated twice; a new workflow needs a file like `record-task.ts` and a call of
 *   `writeTask` beside each write of its document.
 * - Keys (`keys.ts`) name whom: `cadre@v01` a role at a place, `panel@v01:{personId}` one person in
 *   a role, `household@{householdId}` a household. `keysOf(person)` are all that fit somebody.
 * - `not` names whom it is not shown to and who is not told, though a key fits them: the recorder,
 *   the household it is about and its near relatives. `notKeysOf(person)` finds them.
 * - Limits run in working days (`config/work/holidays.json`); how late it is follows from the clock
 *   alone and is brought up to date by each move, else by `jobs.escalate-tasks`. Being late shows
 *   it to more people (`late:cadre@v01`), and moves nothing.
 *
 * To find what waits for somebody: a query of `tasks` with `shownTo` any of `keysOf(person)`,
 * `without` the tasks whose `not` holds any of `notKeysOf(person)`, by `dueMs` for what is most
 * urgent, by `turn` for a queue and its cursor. To find whom to tell of a task: those who hold the
 * role of a key of `waitsFor`, but for those whom `not` names.
 */
export type Task = {
  /** `{kind}.{subjectId}`. */
  taskId: string;
  kind: TaskKind;
  subjectId: string;
  villageId: string;
  /** The move that is waited for: the action of a row of its table. */
  step: string;
  /** Keys of those who may make the move. */
  waitsFor: string[];
  /** `person@{personId}`, `household@{householdId}`: not theirs, whatever they hold. */
  not: string[];
  /** What it is found by: `waitsFor`, and `late:{key}` for those who see that it is late. */
  shownTo: string[];
  /** Since when it waits for them, by the server's clock. */
  sinceMs: number;
  /** `sinceMs` and `taskId`: the order of a queue, unique. */
  turn: string;
  /** The last day of the limit. */
  dueDay: string;
  /** First millisecond after it. */
  dueMs: number;
  /** The days off of that year were not published when it was written. */
  dueByWeekends: boolean;
  late: Lateness;
  /** Whether it becomes later at `nextMs`. */
  escalates: boolean;
  nextMs: number;
  /** What it is called; holds no name of a person. */
  title: string;
  /** The page that opens it. */
  page: string;
};

export type TaskKind =
  | 'record'
  | 'join'
  | 'order'
  | 'freeze'
  | 'office'
  | 'entries'
  | 'life'
  | 'signing'
  | 'roll'
  | 'entry-request'
  | 'link';

/** Who sees that it is late: nobody, those it waits for, the village too, the town too. */
export type Lateness = 'on-time' | 'person' | 'village' | 'town';
