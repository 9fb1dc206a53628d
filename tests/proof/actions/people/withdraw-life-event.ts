import { anEvent } from '../../../simulation/histories/moves/life';
import { anybody, isWrong } from '../../../simulation/histories/moves/move';
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
  move: {
    weight: 0.5,
    wish(scene) {
      const { world, openids } = scene;
      const [lifeEventId, event] = anEvent(scene) ?? [];
      if (!lifeEventId || !event) return null;
      const own = openids.find((each) => world.personIdOf(each) === event.proposer);
      const nowhere = isWrong(scene) && isWrong(scene);
      const input = { lifeEventId: nowhere ? world.newCommandId(0) : lifeEventId };
      return { openid: isWrong(scene) || !own ? anybody(scene) : own, input };
    },
  },
  costs: { requests: 8, documents: 6 },
};
