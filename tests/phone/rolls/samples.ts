import type { ShownRoll } from '../../../src/packages/rolls/words';

export const rollId = '01JDBX0000000000000000000A';

/** The representatives' roll, with too few women. */
export const roll: ShownRoll = {
  ...{ rollId, kind: 'representatives', state: 'confirmed', fromDay: '2026-12-01' },
  ...{ cites: '推选公告', people: 15, named: 0, committee: 3, women: 4, households: null },
  ...{ enteredAs: 'cadre', enteredAtMs: Date.UTC(2026, 10, 29) },
  ...{ settledAs: 'supervisor', settledAtMs: Date.UTC(2026, 10, 30) },
};
