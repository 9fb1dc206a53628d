import { supervisor } from '../../call';
import type { Card } from '../../card';
import { anywhere, town } from '../../may';

export const card: Card = {
  async call(proofTown) {
    await proofTown.declare(8);
    proofTown.clock.advanceDays(12);
    await proofTown.timer('jobs', 'escalate-tasks');
    return { as: supervisor, input: {} };
  },
  who: 'those who answer for what others leave lying, each where they do',
  may: {
    ...{ cadre: anywhere, supervisor: anywhere, ...town },
    ...{ 'town-staff': 'ok', discipline: 'ok' },
  },
  // Of their own offices alone.
  publishes: {
    apart: 'about-the-caller',
    caller: ['tasks[]: taskId title next villageName page', 'more next'],
  },
  costs: { requests: 3, documents: 4 },
};
