import { resident } from '../../call';
import type { Card } from '../../card';
import { anywhere } from '../../may';

export const card: Card = {
  async call(town) {
    await town.declare(8);
    return { as: resident, input: { view: 'own' } };
  },
  who: 'residents and those who decide, each only where they do',
  may: {
    ...{ resident: anywhere, cadre: anywhere, panel: anywhere, supervisor: anywhere },
    'town-admin': anywhere,
  },
  publishes: {
    apart: 'about-the-caller',
    caller: [
      'records[]: recordId activityId state stateLabel next itemId itemName day points spendable',
      'records[]: householdNumber',
      'records[]: householdName recordedAtMs byCadre',
      'records[].mine: agreed',
      'more next',
    ],
  },
  costs: { requests: 2, documents: 24 },
};
