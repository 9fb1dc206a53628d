import { ledgerSection } from './ledger/section';
import type { BenchSection } from './section';
import { townSection } from './town/section';

/** Everything the bench can measure, in the order of the table. */
export const sections: readonly BenchSection[] = [ledgerSection, townSection];
