import { isWrong } from '../../../simulation/histories/moves/move';
import { aHelper, cardAt } from '../../../simulation/histories/moves/proxies';
import { cadre } from '../../call';
import type { Card } from '../../card';
import { apart } from '../../may';
import { cardTextOf } from '../../ready/proxies';

const elsewhere = 'card-not-ours';

export const card: Card = {
  call: (town) => ({
    as: cadre,
    input: { cardText: cardTextOf(town, 8) },
    otherInput: { cardText: cardTextOf(town, 9) },
  }),
  who: 'the committee and keepers of the village’s shops; not for oneself or near relatives',
  may: {
    cadre: { ...apart, 'other-village': elsewhere, 'other-shop': elsewhere, none: elsewhere },
    // The shop beside serves the village too.
    keeper: { ...apart, 'other-village': elsewhere, 'other-shop': 'ok', none: elsewhere },
  },
  publishes: { apart: 'about-the-caller', caller: ['proxyId householdId state'], texts: [] },
  move: {
    weight: 12,
    // More wrong guesses of one household than a day of a history holds: tests/actions tries it.
    elsewhere: ['too-many-tries'],
    wish(scene) {
      const { openid, villageId } = aHelper(scene);
      const cardText = cardAt(scene, villageId);
      if (!cardText) return null;
      const [cardId = ''] = cardText.split('.').slice(2);
      const known = scene.model.pins.get(scene.model.cards.get(cardId)?.householdId ?? '');
      const withPin = known !== undefined ? scene.random.chance(0.8) : scene.random.chance(0.1);
      const pin = known && !isWrong(scene) ? known : '7391';
      return { openid, input: { cardText, ...(withPin && { pin }) } };
    },
  },
  costs: { requests: 10, documents: 7 },
};
