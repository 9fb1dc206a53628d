import { documents as contracts } from '../../../src/contracts';
import type { InputOf } from '../../../src/contracts/contract';
import { commonRefusals } from '../../../src/contracts/refusals';
import { refuse } from '../../../src/domain/kernel/refusal';
import { dayOf } from '../../../src/domain/kernel/time';
import type { Village } from '../../../src/domain/people/types';
import { refuseUnknownVillage } from '../../../src/domain/town/open';
import { defineRun } from '../../runtime/define-action';
import type { Secret } from '../../runtime/secret';
import type { Store } from '../../runtime/store/store';
import type { DocumentDefinition } from '../documents/document';
import { keepPrinted, mustHavePrintingsLeft } from '../documents/keep-printed';
import { loadCards, readHouseholds } from '../documents/load-cards';
import { loadDeedSheet } from '../documents/load-deed-sheet';
import {
  loadDoorCode,
  readShop,
  shopCodeContent,
  villageCodeContent,
} from '../documents/load-door-code';
import { loadNotice } from '../documents/load-notice';
import { deedSheet } from '../documents/templates/deed-sheet';
import { doorCode } from '../documents/templates/door-code';
import { cardSheets, singleCards } from '../documents/templates/household-card';
import { noticeSheet } from '../documents/templates/notice-sheet';

type Print = InputOf<typeof contracts.printForVillage>['print'];

async function definitionOf(
  print: Print,
  village: Village,
  given: { store: Store; secret: Secret; day: string; nowMs: number; commandId: string },
): Promise<DocumentDefinition> {
  const { villageId } = village;
  if (print.document === 'household-cards') {
    const households = await readHouseholds(given.store, villageId, print);
    const cards = await loadCards(households, village, given);
    return print.format === 'sheet' ? cardSheets(cards) : singleCards(cards);
  }
  if (print.document === 'notice') {
    return noticeSheet(await loadNotice(print.noticeId, village, given));
  }
  if (print.document === 'deed-sheet') {
    return deedSheet(await loadDeedSheet(print, village, given));
  }
  const content =
    print.document === 'village-code'
      ? villageCodeContent(village)
      : shopCodeContent(await readShop(given.store, print.shopId, villageId), villageId);
  return doorCode(await loadDoorCode(content, print.paper, given));
}

export const printForVillage = defineRun({
  contract: contracts.printForVillage,
  allow: [{ who: 'cadre', at: 'own-village' }, { who: 'town-admin' }],
  place: ({ input: { villageId } }) => ({ villageId }),
  run: async ({ input, caller, secret, store, nowMs, commandId }) => {
    const { personId, lookUp } = caller;
    if (!personId || !lookUp) refuse('log-in-first', commonRefusals['log-in-first']);
    const printing = { store, lookUp, personId, commandId, nowMs };
    await mustHavePrintingsLeft(printing);
    const village = await store.get<Village>('villages', input.villageId);
    if (!village) refuseUnknownVillage();
    const given = { store, secret, nowMs, commandId, day: dayOf(nowMs) };
    const definition = await definitionOf(input.print, village, given);
    return keepPrinted(definition, input.blanks ?? false, printing);
  },
});
