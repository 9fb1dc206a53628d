import type { Card } from '../../card';
import { everySeat } from '../../may';
import { newcomer } from '../../ready/people';

/** Who lives in a household of the register is in it already. */
const once = {
  ...{ 'own-household': 'already-joined', 'near-relative': 'already-joined' },
  ...{ 'other-household': 'already-joined', 'other-village': 'already-joined' },
  ...{ 'other-shop': 'already-joined', none: 'ok' },
};

export const card: Card = {
  call: () => {
    const other = { ...newcomer, name: '新来二' };
    return { as: { openid: 'newly-come' }, input: newcomer, otherInput: other };
  },
  who: 'WeChat users who live in no household of the register yet',
  may: {
    ...{ resident: once, cadre: once, panel: once, supervisor: once, keeper: once },
    ...{ 'town-admin': once, unjoined: 'ok', 'false-timer': 'ok', ...everySeat },
  },
  publishes: {
    apart: 'about-the-caller',
    caller: ['state'],
    texts: [],
    // Which households there are stands on every notice; who lives in them is not told.
    asked: () => [newcomer, { ...newcomer, householdNumber: 9 }],
  },
  move: { none: 'lines that come from nowhere: tests/actions/people/entry-requests plays them' },
  costs: { requests: 16, documents: 9 },
};
