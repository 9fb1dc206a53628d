import { resident } from '../../call';
import type { Card } from '../../card';
import { everybody } from '../../may';

export const card: Card = {
  call(town) {
    // What it says is the clock's: no moment that anything is kept of.
    town.clock.advanceMs(7);
    return { as: resident, input: {} };
  },
  who: 'everybody, about themselves',
  may: everybody,
  publishes: {
    apart: 'about-the-caller',
    caller: [
      'me: name householdId householdNumber householdName villageId villageName namesShown',
      'name atMs',
      'me: joinedLately',
      'me.roles[]: role place placeName untilDay',
      'roles[]: role place placeName untilDay',
      'waitingJoin: villageName householdNumber askedAtMs',
      'waitingEntry: villageName householdNumber askedAtMs state reason',
      'reminders[]: template templateId left',
      'proxy: proxyId householdId householdNumber villageId villageName leftMs',
    ],
    asked: () => [{}],
  },
  costs: { requests: 3, documents: 3 },
};
