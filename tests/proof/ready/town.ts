import { town as contracts } from '../../../src/contracts';
import { householdId } from '../../support/household-ids';
import { importInput } from '../../support/import-input';
import { registerRow, spreadsheetOf, testMembers } from '../../support/test-register';
import { testVillages } from '../../support/town';
import type { ProofTown } from '../town';

/** A register with one more household than the town knows. */
export function registerWithOneMore(villageName: string, householdNumber = 21) {
  const [head] = testMembers(1);
  if (!head) throw new Error('a register has its first household');
  const newcomer = { ...head, householdNumber, name: '试户新', headName: '试户新', phone: '' };
  return [registerRow(villageName, { ...newcomer, job: '', relatives: '' })];
}

/** A household that the town entered alone; its lines, as a second person sees them. */
export async function entered(town: ProofTown, householdNumber: number) {
  const villageName = testVillages[0]?.name ?? '';
  const name = `registers/more-${householdNumber}.xlsx`;
  // Born in another year each, or they would be one person.
  const rows = registerWithOneMore(villageName, householdNumber);
  const own = rows.map((row) => row.map((cell, at) => (at === 6 ? 1950 + householdNumber : cell)));
  const fileId = town.putFile(name, await spreadsheetOf(own));
  const { administrator } = town;
  await administrator.must(contracts.importRegister, await importInput(administrator, fileId));
  const query = { householdId: householdId(town, `v01-${householdNumber}`) };
  return town.engine.find('members', { query }).map(({ memberId, entered: first }) => {
    const { atMs } = first as { atMs: number };
    return { memberId: String(memberId), enteredAtMs: atMs };
  });
}

/** What an administrator sends who has looked at the register of another household. */
export async function seenRegister(town: ProofTown, name?: string) {
  return importInput(town.administrator, await putRegister(town, name));
}

/** Uploads it, as the town's office does before it is looked at or taken in. */
export async function putRegister(town: ProofTown, name = 'more.xlsx'): Promise<string> {
  const villageName = testVillages[0]?.name ?? '';
  return town.putFile(`registers/${name}`, await spreadsheetOf(registerWithOneMore(villageName)));
}
