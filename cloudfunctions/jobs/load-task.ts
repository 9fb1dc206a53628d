import type { Order } from '../../src/domain/exchange/types';
import type { Account } from '../../src/domain/ledger/ledger';
import type { EntryRequest } from '../../src/domain/people/entry/types';
import type { LifeEvent } from '../../src/domain/people/life/types';
import type { Link } from '../../src/domain/people/links/types';
import type { OfficeAct } from '../../src/domain/people/offices/types';
import type { Roll } from '../../src/domain/people/rolls/types';
import type { EntryCheck, Household, JoinRequest } from '../../src/domain/people/types';
import type { DeedRecord } from '../../src/domain/records/types';
import { entriesTask } from '../../src/domain/tasks/entries-task';
import { entryRequestTask } from '../../src/domain/tasks/entry-request-task';
import { freezeTask } from '../../src/domain/tasks/freeze-task';
import { joinTask } from '../../src/domain/tasks/join-task';
import { lifeTask } from '../../src/domain/tasks/life-task';
import { linkTask } from '../../src/domain/tasks/link-task';
import { officeTask } from '../../src/domain/tasks/office-task';
import { orderTask } from '../../src/domain/tasks/order-task';
import { recordTask } from '../../src/domain/tasks/record-task';
import { rollTask } from '../../src/domain/tasks/roll-task';
import { signingTask } from '../../src/domain/tasks/signing-task';
import type { Task } from '../../src/domain/tasks/types';
import { getKnown } from '../runtime/store/get-known';
import type { Transaction } from '../runtime/store/store';

async function touchedBy({ householdIds }: LifeEvent, tx: Transaction): Promise<Household[]> {
  const found: Household[] = [];
  for (const id of householdIds) {
    const household = await tx.get<Household>('households', id);
    if (household) found.push(household);
  }
  return found;
}

/** What a task's own document comes to now; null where it waits for nobody. */
export async function taskNow(
  tx: Transaction,
  { kind, subjectId }: Task,
  nowMs: number,
): Promise<Task | null> {
  if (kind === 'order') {
    const order = await tx.get<Order>('orders', subjectId);
    return order && orderTask(order);
  }
  if (kind === 'freeze') {
    const account = await tx.get<Account>('accounts', subjectId);
    const household = await tx.get<Household>('households', subjectId);
    return account && household && freezeTask(account, household, nowMs);
  }
  if (kind === 'office') {
    const act = await tx.get<OfficeAct>('office-acts', subjectId);
    const household = await getKnown<Household>(tx, 'households', act?.householdId);
    return act && officeTask(act, household, nowMs);
  }
  if (kind === 'entries') {
    const check = await tx.get<EntryCheck>('entry-checks', subjectId);
    return check && entriesTask(check, nowMs);
  }
  if (kind === 'life') {
    const event = await tx.get<LifeEvent>('life-events', subjectId);
    return event && lifeTask(event, await touchedBy(event, tx), nowMs);
  }
  if (kind === 'signing') {
    const event = await tx.get<LifeEvent>('life-events', subjectId);
    return event && signingTask(event);
  }
  if (kind === 'roll') {
    const roll = await tx.get<Roll>('rolls', subjectId);
    return roll && rollTask(roll, nowMs);
  }
  if (kind === 'entry-request') {
    const request = await tx.get<EntryRequest>('entry-requests', subjectId);
    const household = await getKnown<Household>(tx, 'households', request?.householdId);
    return request && entryRequestTask(request, household, nowMs);
  }
  if (kind === 'link') {
    const link = await tx.get<Link>('links', subjectId);
    const household = await getKnown<Household>(tx, 'households', link?.householdId);
    return link && household && linkTask(link, household, nowMs);
  }
  if (kind === 'join') {
    const request = await tx.get<JoinRequest>('join-requests', subjectId);
    const household = await getKnown<Household>(tx, 'households', request?.householdId);
    return request && household && joinTask(request, household, nowMs);
  }
  const record = await tx.get<DeedRecord>('records', subjectId);
  const household = await getKnown<Household>(tx, 'households', record?.householdId);
  return record && household && recordTask(record, household, nowMs);
}
