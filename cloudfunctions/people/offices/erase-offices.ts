import { mostRolesGranted } from '../../../src/contracts/limits';
import type { HeldOffice, OfficeAct } from '../../../src/domain/people/offices/types';
import { readAll } from '../../runtime/store/read-all';
import type { Reader, Transaction } from '../../runtime/store/store';
import { writeTask } from '../../runtime/write-task';

type Reach = { tx: Transaction; read: Reader };

/** Offices of a line of the register that is erased, and the name in the acts about it. */
export async function eraseOffices(memberId: string, { tx, read }: Reach): Promise<void> {
  const offices = await read.query<HeldOffice>('offices', {
    ...{ where: { memberId }, limit: mostRolesGranted },
    order: { field: 'officeId', direction: 'asc' },
  });
  for (const { officeId } of offices) tx.remove('offices', officeId);
  for (const act of await readAll<OfficeAct>(read, 'office-acts', { memberId }, 'officeActId')) {
    const { officeActId, state } = act;
    const ended = state === 'proposed' ? 'withdrawn' : state;
    tx.set('office-acts', officeActId, { ...act, name: '', state: ended });
    writeTask(tx, 'office', officeActId, null);
  }
}

/** The name in the acts that invited somebody, who goes; their offices go with them. */
export async function eraseInvited(personId: string, { tx, read }: Reach): Promise<void> {
  for (const act of await readAll<OfficeAct>(read, 'office-acts', { personId }, 'officeActId')) {
    tx.set('office-acts', act.officeActId, { ...act, name: '' });
  }
}
