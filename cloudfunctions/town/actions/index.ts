import type { Action } from '../../runtime/define-action';
import { addFunds } from './add-funds';
import { foundTown } from './found-town';
import { grantRole } from './grant-role';
import { importRegister } from './import-register';
import { openShop } from './open-shop';
import { openVillage } from './open-village';
import { previewRegister } from './preview-register';
import { readOverview } from './read-overview';

/** The actions of the town: opening it, its villages and shops, the register, the money. */
export const actions: readonly Action[] = [
  foundTown,
  openVillage,
  openShop,
  grantRole,
  previewRegister,
  importRegister,
  addFunds,
  readOverview,
];
