import { people } from '../../../../src/contracts';
import { testHeadName } from '../../../support/test-register';
import { supervisor } from '../../call';
import { type Card, onlyThoseWhoMay } from '../../card';
import { apart } from '../../may';
import { linkOf } from '../../ready/people';

export const card: Card = {
  async call(town) {
    const linkId = linkOf(town, 8);
    const line = { villageId: 'v01', householdNumber: 8, name: testHeadName(8) };
    await town.administrator.must(people.unlinkMember, line);
    const input = { linkId, out: false, reason: '是本人,弄错了' };
    return { as: supervisor, input, otherInput: { linkId, out: true, reason: '手机丢了' } };
  },
  who: 'two people, one of them outside the committee; neither kin nor who let them in',
  // The town cut it alone, so that it is another’s turn.
  may: {
    cadre: apart,
    supervisor: apart,
    'town-admin': { ...apart, 'other-village': 'ok', 'other-shop': 'ok', none: 'ok' },
  },
  publishes: {
    ...onlyThoseWhoMay,
    texts: [],
  },
  move: { none: 'it takes out as unlink-member does: tests/actions/people/links plays it' },
  costs: { requests: 16, documents: 14 },
};
