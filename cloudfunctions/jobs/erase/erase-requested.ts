import type { Order } from '../../../src/domain/exchange/types';
import { mentionsName } from '../../../src/domain/kernel/names';
import { saysTheSame } from '../../../src/domain/kernel/same';
import { erasureDone } from '../../../src/domain/people/erase';
import type { Erasure } from '../../../src/domain/people/types';
import { gaveItsEvidence, withoutTraces } from '../../../src/domain/points/blank-record';
import type { DeedRecord } from '../../../src/domain/points/types';
import { readAll } from '../../runtime/store/read-all';
import { type ErasePorts, eraseEach, type Part } from './part';

const erasuresPerCall = 10;

/** Records of their household, and those they declared before they came to it. */
async function recordsOf({ personId, householdId }: Erasure, { store }: ErasePorts) {
  const byField = (field: 'recorderId' | 'householdId', id: string | null) =>
    id === null ? [] : readAll<DeedRecord>(store, 'records', { [field]: id }, 'recordId');
  const [given, about] = await Promise.all([
    byField('recorderId', personId),
    byField('householdId', householdId),
  ]);
  return new Map([...given, ...about].map((record) => [record.recordId, record]));
}

/** Files first: as long as one is there, the record knows it and the next night tries again. */
async function blankRecord(record: DeedRecord, erasure: Erasure, ports: ErasePorts) {
  if (saysTheSame(withoutTraces(record, erasure), record)) return;
  if (gaveItsEvidence(record, erasure)) await ports.files.remove(record.photos);
  await ports.store.transact(async (tx) => {
    const now = await tx.get<DeedRecord>('records', record.recordId);
    if (now) tx.set('records', record.recordId, withoutTraces(now, erasure));
  });
}

async function blankOrders({ householdId, name }: Erasure, { store }: ErasePorts): Promise<void> {
  if (householdId === null || name === null) return;
  const named = ({ endReason }: Order) => endReason !== null && mentionsName(endReason, name);
  const orders = await readAll<Order>(store, 'orders', { householdId }, 'orderId');
  for (const { orderId } of orders.filter(named)) {
    await store.transact(async (tx) => {
      const order = await tx.get<Order>('orders', orderId);
      if (order && named(order)) tx.set('orders', orderId, { ...order, endReason: null });
    });
  }
}

async function erase(erasure: Erasure, ports: ErasePorts): Promise<void> {
  for (const record of (await recordsOf(erasure, ports)).values()) {
    await blankRecord(record, erasure, ports);
  }
  await blankOrders(erasure, ports);
  await ports.store.transact(async (tx) => {
    tx.set('erasures', erasure.erasureId, erasureDone(erasure, ports.nowMs));
  });
}

/** Free text, photos and places of those who asked to be erased. */
export async function eraseRequested(ports: ErasePorts): Promise<Part> {
  const waiting = await ports.store.query<Erasure>('erasures', {
    where: { state: 'waiting' },
    order: { field: 'erasureId', direction: 'asc' },
    limit: erasuresPerCall * 10,
  });
  return eraseEach(waiting, erasuresPerCall, (each) => erase(each, ports));
}
