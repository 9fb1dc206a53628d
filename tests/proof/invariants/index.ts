import type { Engine } from '../../../local-cloud/engine';
import { activityViolations } from './activities';
import { readData } from './data';
import { exchangeViolations } from './exchange';
import { ledgerViolations } from './ledger';
import { peopleViolations } from './people';
import { recordViolations } from './records';
import { sealViolations } from './seals';
import { taskViolations } from './tasks';

/**
 * What must hold in a town at every moment, whatever happened to it, recomputed from the documents
 * alone and without the product's own rules. One sentence for each thing that does not hold.
 */
export function violationsOf(engine: Pick<Engine, 'find'>): string[] {
  const data = readData(engine);
  return [
    ...ledgerViolations(data),
    ...sealViolations(data),
    ...exchangeViolations(data),
    ...recordViolations(data),
    ...activityViolations(data),
    ...peopleViolations(data),
    ...taskViolations(data),
  ];
}
