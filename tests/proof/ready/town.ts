import { registerRow, spreadsheetOf, testMembers } from '../../support/test-register';
import { testVillages } from '../../support/town';
import type { ProofTown } from '../town';

/** A register with one more household than the town knows. */
export function registerWithOneMore(villageName: string) {
  const [head] = testMembers(1);
  if (!head) throw new Error('a register has its first household');
  const newcomer = { ...head, householdNumber: 21, name: '试户新', headName: '试户新', phone: '' };
  return [registerRow(villageName, { ...newcomer, job: '', relatives: '' })];
}

/** Uploads it, as the town's office does before it is looked at or taken in. */
export async function putRegister(town: ProofTown, name = 'more.xlsx'): Promise<string> {
  const villageName = testVillages[0]?.name ?? '';
  return town.putFile(`registers/${name}`, await spreadsheetOf(registerWithOneMore(villageName)));
}
