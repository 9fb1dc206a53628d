import type { Household, Person } from '../../src/domain/people/types';
import type { By, PanelFacts } from '../../src/domain/records/decide-record';
import { type PanelCandidate, seedHashOf } from '../../src/domain/records/panel';
import type { DeedRecord, Notice } from '../../src/domain/records/types';
import type { CommandContext } from '../runtime/define-action';
import { readAll } from '../runtime/store/read-all';
import type { Reader, Transaction } from '../runtime/store/store';
import { knownHousehold, loadRecord, moverFor } from './load';

/** Everybody who holds the role panel in a village, neighbours named by the town included. */
async function panelCandidates(read: Reader, villageId: string): Promise<PanelCandidate[]> {
  const where = { 'roles.role': 'panel', 'roles.place': villageId };
  const people = await readAll<Person>(read, 'persons', where, 'personId');
  return people
    .filter(({ roles }) => roles.some((held) => held.role === 'panel' && held.place === villageId))
    .map(({ personId, householdId }) => ({ personId, householdId }));
}

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

/**
 * What a panel is drawn from, should the record pass. The seed follows from the record alone, of
 * one deed of many from that; its hash was on the record before anybody checked.
 */
export async function loadPanelFacts(
  { read, secret }: Pick<CommandContext<unknown>, 'read' | 'secret'>,
  record: DeedRecord,
  household: Household,
): Promise<PanelFacts> {
  const candidates = await panelCandidates(read, record.villageId);
  // By the key that was the newest when its hash was promised.
  const seeds = secret.signEach('draw', record.activityId ?? record.recordId);
  const seed = seeds.find((each) => seedHashOf(each) === record.seedHash) ?? seeds[0] ?? '';
  return { household, candidates, seed };
}

/** The notice a record stands on; null where it never came so far. */
export async function loadNotice(tx: Transaction, record: DeedRecord): Promise<Notice | null> {
  return record.noticeId ? tx.get<Notice>('notices', record.noticeId) : null;
}
