import { people } from '../../../../src/contracts';
import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { askToBeEntered } from '../../ready/people';

export const card: Card = {
  async call(town) {
    const seen = await askToBeEntered(town, 'waits-to-be-entered', 8);
    await town.head(2).must(people.answerEntryRequest, { ...seen, accept: true });
    const input = { ...seen, accept: false, reason: '没有常住' };
    return { as: supervisor, input, otherInput: { ...seen, accept: true } };
  },
  who: 'two people, one of them outside the committee; not into one’s own household or a near one',
  // A cadre agreed, and it is another’s turn; a no anybody else may say.
  may: {
    cadre: apart,
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: { none: 'lines that come from nowhere: tests/actions/people/entry-requests plays them' },
  costs: { requests: 14, documents: 11 },
};
