import { documents as contracts } from '../../../src/contracts';
import { commonRefusals } from '../../../src/contracts/refusals';
import { mustBeAPeriod } from '../../../src/domain/documents/print';
import { refuse } from '../../../src/domain/kernel/refusal';
import { dayOf } from '../../../src/domain/kernel/time';
import type { Household, Village } from '../../../src/domain/people/types';
import { ownHouseholdId } from '../../runtime/caller';
import { defineRun } from '../../runtime/define-action';
import { getKnown } from '../../runtime/store/get-known';
import { keepPrinted, mustHavePrintingsLeft } from '../documents/keep-printed';
import { loadCards } from '../documents/load-cards';
import { loadStatement } from '../documents/load-statement';
import { singleCards } from '../documents/templates/household-card';
import { statement } from '../documents/templates/statement';

export const printMine = defineRun({
  contract: contracts.printMine,
  allow: [{ who: 'resident', at: 'own-household' }],
  place: ({ caller }) => ({ householdId: ownHouseholdId(caller) }),
  run: async ({ input: { print, blanks = false }, caller, secret, store, nowMs, commandId }) => {
    const { person, personId, lookUp } = caller;
    if (!personId || !lookUp) refuse('join-first', commonRefusals['join-first']);
    const printing = { store, lookUp, personId, commandId, nowMs };
    await mustHavePrintingsLeft(printing);
    const day = dayOf(nowMs);
    if (print.document === 'statement') mustBeAPeriod(print.from, print.to, day);
    const [household, village] = await Promise.all([
      getKnown<Household>(store, 'households', person?.householdId),
      getKnown<Village>(store, 'villages', person?.villageId),
    ]);
    if (!household || !village) refuse('join-first', commonRefusals['join-first']);
    const given = { store, secret, day };
    const definition =
      print.document === 'statement'
        ? statement(await loadStatement({ household, village, period: print }, given))
        : singleCards(await loadCards([household], village, given));
    return keepPrinted(definition, blanks, printing);
  },
});
