import { people } from '../../../src/contracts';
import { householdId } from '../../support/household-ids';
import type { ProofTown } from '../town';

export const pin = '2580';

/** What the card of a household of village 1 says. */
export function cardTextOf(town: ProofTown, householdNumber: number): string {
  const household = town.engine.get('households', householdId(town, `v01-${householdNumber}`));
  return `JF.H.${household?.cardId}.${householdNumber}`;
}

/** Begun by the head of a household for another one; it waits for whoever stands there. */
export async function asked(town: ProofTown, helper: number, forNumber: number): Promise<string> {
  const input = { cardText: cardTextOf(town, forNumber) };
  town.clock.advanceMs(1000);
  return (await town.head(helper).must(people.beginProxy, input)).proxyId;
}

/** The same, confirmed by the head of household 12. */
export async function running(town: ProofTown, helper: number, forNumber: number): Promise<string> {
  const proxyId = await asked(town, helper, forNumber);
  await town.head(12).must(people.confirmProxy, { proxyId });
  return proxyId;
}
