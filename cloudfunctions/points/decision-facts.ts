import type { Household, Person } from '../../src/domain/people/types';
import type { By, PanelFacts } from '../../src/domain/records/decide-record';
import { type PanelCandidate, seedHashOf } from '../../src/domain/records/panel';
import type { Activity, DeedRecord, Notice } from '../../src/domain/records/types';
import type { CommandContext } from '../runtime/define-action';
import type { Secret } from '../runtime/secret';
import { readAll } from '../runtime/store/read-all';
import type { Transaction } from '../runtime/store/store';
import type { Counted } from './count-use';
import { knownHousehold, loadRecord, moverFor } from './load';

type FromOutside = Pick<CommandContext<unknown>, 'read' | 'secret'>;

type Drawn = Pick<DeedRecord, 'recordId' | 'activityId'> | Pick<Activity, 'activityId'>;

/**
 * One deed of many is drawn for once: seed and marks are the same for all of its records. Its own
 * word keeps whoever names an activity like an old record from knowing the seed.
 */
const drawnAs = (of: Drawn) =>
  'recordId' in of && of.activityId === undefined ? of.recordId : `activity ${of.activityId}`;

/** Everybody who holds the role panel in a village, neighbours named by the town included. */
export async function panelCandidates(
  { read, secret }: FromOutside,
  record: DeedRecord,
): Promise<PanelCandidate[]> {
  const { villageId } = record;
  const where = { 'roles.role': 'panel', 'roles.place': villageId };
  const people = await readAll<Person>(read, 'persons', where, 'personId');
  const markOf = (personId: string) =>
    secret.sign('lot', `${drawnAs(record)}\n${personId}`, keyDigits + markDigits).slice(keyDigits);
  return people
    .filter(({ roles }) => roles.some((held) => held.role === 'panel' && held.place === villageId))
    .map(({ personId, householdId }) => ({ personId, householdId, mark: markOf(personId) }));
}

/** The first name the key, the same for all. */
const keyDigits = 4;
const markDigits = 12;

export type DecisionFacts = { record: DeedRecord; household: Household; by: By };

/** The record, its household and who is deciding, all in the transaction. */
export async function loadDecision(
  context: CommandContext<{ recordId: string }>,
): Promise<DecisionFacts> {
  const { tx, caller, nowMs, input } = context;
  const record = await loadRecord(tx, input.recordId);
  const household = await knownHousehold(tx, record.householdId);
  const mover = await moverFor(tx, caller, household);
  return { record, household, by: { mover, nowMs } };
}

/** What a pool is frozen from, should the record pass. */
export async function loadPanelFacts(
  from: FromOutside,
  record: DeedRecord,
  household: Household,
  candidates?: readonly PanelCandidate[],
): Promise<PanelFacts> {
  const { againOf } = record;
  // It has ended: its draw does not change any more.
  const earlier = againOf ? await from.read.get<DeedRecord>('records', againOf) : null;
  return { household, candidates: candidates ?? (await panelCandidates(from, record)), earlier };
}

/** The seed follows from the record alone; by the key that was the newest when it was promised. */
export function seedOf(secret: Secret, record: DeedRecord): string {
  const seeds = secret.signEach('draw', drawnAs(record));
  return seeds.find((each) => seedHashOf(each) === record.seedHash) ?? seeds[0] ?? '';
}

/**
 * The draw a record promises: its own, or, where the same deed of the household was drawn for
 * before, that one.
 */
export async function promisedDraw(
  { tx, secret }: { tx: Transaction; secret: Secret },
  deed: Drawn & Pick<DeedRecord, 'itemId' | 'day'>,
  { ofYear: { drawn = [] } }: Counted,
): Promise<Pick<DeedRecord, 'seedHash' | 'againOf'>> {
  const { itemId, day } = deed;
  const before = drawn.find((each) => each.itemId === itemId && each.day === day);
  const earlier = before && (await tx.get<DeedRecord>('records', before.recordId));
  if (earlier) return { seedHash: earlier.seedHash, againOf: earlier.recordId };
  return { seedHash: seedHashOf(secret.sign('draw', drawnAs(deed))) };
}

/** The notice a record stands on; null where it never came so far. */
export async function loadNotice(tx: Transaction, record: DeedRecord): Promise<Notice | null> {
  return record.noticeId ? tx.get<Notice>('notices', record.noticeId) : null;
}
