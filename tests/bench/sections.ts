import { actionsSection } from './actions/section';
import { cloudSection } from './cloud/section';
import { firstCallSection } from './first-call/section';
import { ledgerSection } from './ledger/section';
import { setDataSection } from './phone/set-data-section';
import { sizeSection } from './phone/size-section';
import { printingSection } from './printing/section';
import type { BenchSection } from './section';
import { townSection } from './town/section';

/** Everything the bench can measure, in the order of the table. */
export const sections: readonly BenchSection[] = [
  ledgerSection,
  actionsSection,
  firstCallSection,
  printingSection,
  cloudSection,
  sizeSection,
  setDataSection,
  townSection,
];
