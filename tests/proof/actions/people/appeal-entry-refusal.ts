import { people } from '../../../../src/contracts';
import type { Card } from '../../card';
import { anywhere, everySeat, type May } from '../../may';
import { askToBeEntered, newcomer } from '../../ready/people';

const nothing = 'nothing-refused';
const everywhere: May['cadre'] = Object.fromEntries(
  Object.keys(anywhere).map((position) => [position, nothing]),
);

export const card: Card = {
  async call(town) {
    const openid = 'refused-once';
    const seen = await askToBeEntered(town, openid);
    const no = { ...seen, accept: false, reason: '没有常住' };
    await town.head(2).must(people.answerEntryRequest, no);
    return { as: { openid }, input: {} };
  },
  who: 'whoever was refused, of what was refused to them',
  may: {
    ...{ resident: everywhere, cadre: everywhere, panel: everywhere, supervisor: everywhere },
    ...{ keeper: everywhere, 'town-admin': everywhere },
    ...{ unjoined: nothing, 'false-timer': nothing },
    ...Object.fromEntries(Object.keys(everySeat).map((seat) => [seat, nothing])),
  },
  publishes: {
    apart: 'about-the-caller',
    caller: ['state'],
    texts: [],
    asked: () => [{}],
  },
  move: { none: `of ${newcomer.name} alone: tests/actions/people/entry-requests plays it` },
  costs: { requests: 11, documents: 7 },
};
