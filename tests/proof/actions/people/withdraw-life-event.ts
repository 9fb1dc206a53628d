import { administrator } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { anywhere, type May } from '../../may';
import { proposedEvent } from '../../ready/life';

const notTheirs = 'not-your-event';
const everywhere: May['cadre'] = Object.fromEntries(
  Object.keys(anywhere).map((position) => [position, notTheirs]),
);

export const card: Card = {
  async call(town) {
    const lifeEventId = await proposedEvent(town);
    const other = await proposedEvent(town, { kind: 'number', number: 77 });
    return { as: administrator, input: { lifeEventId }, otherInput: { lifeEventId: other } };
  },
  who: 'whoever entered the event, and nobody else',
  may: {
    resident: everywhere,
    cadre: everywhere,
    supervisor: everywhere,
    'town-admin': everywhere,
  },
  publishes: { ...onlyThoseWhoMay, texts: [] },
  move: { none: 'takes back what has not happened; its table cell by cell: domain/people' },
  costs: { requests: 8, documents: 6 },
};
