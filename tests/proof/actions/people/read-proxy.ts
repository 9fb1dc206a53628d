import { resident } from '../../call';
import type { Card } from '../../card';
import { here } from '../../may';
import { asked } from '../../ready/proxies';

export const card: Card = {
  async call(town) {
    return { as: resident, input: { proxyId: await asked(town, 13, 8) } };
  },
  who: 'whoever is asked to confirm it: the village; and the shop whose keeper helps',
  may: { resident: here, cadre: here, keeper: here },
  publishes: {
    apart: 'by-place',
    outsiders: [],
    // Whoever stands there sees whom they are to confirm, and how long.
    insiders: [
      'state leftMs householdNumber householdName villageName',
      'as helperNumber isHelper maySetPin',
    ],
  },
  costs: { requests: 6, documents: 6 },
};
