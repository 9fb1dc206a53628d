import type { Catalogue } from '../../../src/domain/catalogue/types';
import type { Action } from '../../runtime/define-action';
import { addFunds } from './add-funds';
import { foundTown } from './found-town';
import { grantRole } from './grant-role';
import { importRegister } from './import-register';
import { openShop } from './open-shop';
import { openVillage } from './open-village';
import { previewRegister } from './preview-register';
import { readOverview } from './read-overview';

/** @param readCatalogue what a village begins with */
export function actionsWith(readCatalogue: () => Promise<Catalogue>): readonly Action[] {
  return [
    foundTown,
    openVillage(readCatalogue),
    openShop,
    grantRole,
    previewRegister,
    importRegister,
    addFunds,
    readOverview,
  ];
}

/** The actions of the town: opening it, its villages and shops, the register, the money. */
export const actions = actionsWith(async () => {
  const { readCatalogue } = await import('../../../config/catalogue');
  return readCatalogue();
});
