import { endByNewCard, withProxy } from '../../src/domain/people/proxy';
import type { Household, HouseholdProxy } from '../../src/domain/people/types';
import type { CommandContext } from '../runtime/define-action';
import { loadPerson, savePerson } from '../runtime/persons';
import { loadProxy } from './proxies';

/** More helpers than ever have a household's card in hand at once. */
const mostAtOnce = 20;

/** Whoever still acts for the household, or is about to, by its old card, acts no more. */
export async function endVisits(
  { householdId }: Household,
  { tx, read, nowMs }: Pick<CommandContext<unknown>, 'tx' | 'read' | 'nowMs'>,
): Promise<void> {
  const running = await read.query<HouseholdProxy>('proxies', {
    ...{ where: { householdId }, order: { field: 'endsAtMs', direction: 'asc' } },
    ...{ after: nowMs, limit: mostAtOnce },
  });
  for (const { proxyId } of running) {
    const visit = await loadProxy(tx, proxyId);
    if (!visit || visit.state === 'ended') continue;
    const ended = endByNewCard(visit, nowMs);
    tx.set('proxies', proxyId, ended);
    const helper = await loadPerson(tx, visit.helperId);
    if (helper) savePerson(tx, withProxy(helper, ended));
  }
}
