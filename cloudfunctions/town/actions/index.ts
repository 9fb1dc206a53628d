import type { Catalogue } from '../../../src/domain/catalogue/types';
import type { Action } from '../../runtime/define-action';
import { addFunds } from './add-funds';
import { announceRegister } from './announce-register';
import { findPrinted } from './find-printed';
import { foundTown } from './found-town';
import { importRegister } from './import-register';
import { openShop } from './open-shop';
import { openVillage } from './open-village';
import { previewRegister } from './preview-register';
import { printForVillage } from './print-for-village';
import { printMine } from './print-mine';
import { readOverview } from './read-overview';
import { readPrintPiece } from './read-print-piece';

/** @param readCatalogue what a village begins with */
export function actionsWith(readCatalogue: () => Promise<Catalogue>): readonly Action[] {
  return [
    foundTown,
    openVillage(readCatalogue),
    openShop,
    announceRegister,
    previewRegister,
    importRegister,
    addFunds,
    readOverview,
    printMine,
    printForVillage,
    readPrintPiece,
    findPrinted,
  ];
}

/** The actions of the town: opening it, its villages and shops, the register, money, prints. */
export const actions = actionsWith(async () => {
  const { readCatalogue } = await import('../catalogue/on-demand');
  return readCatalogue();
});
