import type { PublicStage } from '../../../security/public-stage';
import type { Card } from '../../card';
import { everybody } from '../../may';
import { firstKey } from '../../ready/lists';

/** A few in each town, others in the next: each answer is drawn anew, which takes its time. */
function someMatterKeys({ town, seed: townSeed }: PublicStage): unknown[] {
  const matters = town.engine.find('matters', { query: { villageId: 'v01' }, limit: 1000 });
  const keys = matters.map(({ key }) => key);
  return Array.from({ length: 6 }, (_, index) => keys[(townSeed * 6 + index) % keys.length]);
}

export const card: Card = {
  call: async (town) => ({
    as: 'nobody',
    input: { villageId: 'v01', key: await firstKey(town) },
  }),
  who: 'everybody',
  may: everybody,
  publishes: {
    apart: 'same-for-all',
    outsiders: [
      'matter: key list name category conditions[] materials[] guidingOffice daysToFinish',
      'matter: fee',
      'matter.steps[]: id name who workingDays text',
      'matter.steps[].next[]: to when',
      'matter.legalBases[]: law article versionDate checked',
      'matter.supervision: subject object method phone',
      'matter.legalTerms[]: name value unit',
      'listName version current currentVersion publishedAtMs basisUnchecked',
      'flowChart: svg width height inWords[]',
    ],
    insiders: [],
    asked: (stage) => someMatterKeys(stage).map((key) => ({ villageId: 'v01', key })),
  },
  costs: { requests: 2, documents: 2 },
};
